/** A map that keeps a limited number of values: those used most recently. The newest is kept even if it is too heavy. */
export class RecentValues<Key, Value> {
  readonly #limit: number;
  readonly #weightOf: (value: Value) => number;
  /** A map iterates in the order of insertion, so the first key is the one not used for the longest time. */
  readonly #values = new Map<Key, Value>();

  /**
   * @param limit of the sum of the weights.
   * @param weightOf returns the weight of a value when it is set. By default each value weighs 1.
   */
  constructor(limit: number, weightOf: (value: Value) => number = () => 1) {
    this.#limit = limit;
    this.#weightOf = weightOf;
  }

  get(key: Key): Value | undefined {
    const value = this.#values.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: Key, value: Value): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    let weight = 0;
    for (const kept of this.#values.values()) weight += this.#weightOf(kept);
    for (const [oldest, dropped] of this.#values) {
      if (weight <= this.#limit || this.#values.size === 1) return;
      weight -= this.#weightOf(dropped);
      this.#values.delete(oldest);
    }
  }

  delete(key: Key): void {
    this.#values.delete(key);
  }

  getOrCreate(key: Key, create: () => Value): Value {
    const value = this.get(key) ?? create();
    this.set(key, value);
    return value;
  }
}
