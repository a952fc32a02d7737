/** The parts of the page that could not be loaded or that threw, each as the function that shows it again. */
export class FailedParts {
  #retries: ReadonlySet<() => void> = new Set();
  #attempts = 0;
  readonly #listeners = new Set<() => void>();

  add(retry: () => void): void {
    this.#set(new Set([...this.#retries, retry]));
  }

  remove(retry: () => void): void {
    if (this.#retries.has(retry))
      this.#set(new Set([...this.#retries].filter((each) => each !== retry)));
  }

  /** Empties the list. The parts stay hidden. */
  clear(): void {
    this.#set(new Set());
  }

  /** How often the user has tried again. */
  get attempts(): number {
    return this.#attempts;
  }

  /** Shows all parts again. Those that fail again are added again. */
  retry(): void {
    this.#attempts += 1;
    const retries = this.#retries;
    this.clear();
    for (const retry of retries) retry();
  }

  readonly hasAny = (): boolean => this.#retries.size > 0;

  /** Calls `listener` after each change. Returns a function that ends this. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #set(retries: ReadonlySet<() => void>): void {
    this.#retries = retries;
    for (const listener of this.#listeners) listener();
  }
}
