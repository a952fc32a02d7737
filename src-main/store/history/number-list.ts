/** A list of numbers in one piece of memory, which needs less of it and is faster to read than an array. */
export class NumberList {
  #numbers: Int32Array | Float64Array;
  #length = 0;

  /** @param numbers an empty array, which decides what numbers the list can have. */
  constructor(numbers: Int32Array | Float64Array = new Int32Array()) {
    this.#numbers = numbers;
  }

  get length(): number {
    return this.#length;
  }

  /** Returns the number at a position; 0 after the end. */
  at(position: number): number {
    return this.#numbers[position] ?? 0;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) this.#grow();
    this.#numbers[this.#length] = number;
    this.#length++;
  }

  #grow(): void {
    const length = Math.max(1_024, 2 * this.#length);
    const longer =
      this.#numbers instanceof Int32Array ? new Int32Array(length) : new Float64Array(length);
    longer.set(this.#numbers);
    this.#numbers = longer;
  }
}
