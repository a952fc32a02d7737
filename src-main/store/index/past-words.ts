import {
  addExtraLevels,
  indexWords,
  searchRows,
  type ExtraLevels,
  type WordSegment,
} from './word-index.ts';

/** The words of rows as they were at the moments that have been searched so far. */
export class PastWords {
  /** The number of each known row, by its key. */
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #words: WordSegment[] = [];

  /**
   * Returns the numbers of some rows.
   *
   * @param keys tell apart the rows and what was different about them.
   * @param textAt returns the searchable text of one of the rows. It is called for those that are not known yet.
   */
  numbersOf(keys: readonly string[], textAt: (position: number) => string): number[] {
    const added: string[] = [];
    const numbers = keys.map((key, position) => {
      const known = this.#numbers.get(key);
      if (known !== undefined) return known;
      const number = this.#texts.length + added.length;
      added.push(textAt(position));
      this.#numbers.set(key, number);
      return number;
    });
    for (const text of added) this.#texts.push(text);
    if (added.length > 0) this.#words.push(indexWords(added));
    return numbers;
  }

  /** The number of known rows. */
  get length(): number {
    return this.#texts.length;
  }

  /** Returns how well each known row matches a search, by number. @param extra also by number. */
  match(query: string, extra: ExtraLevels): Uint8Array {
    const { length } = this;
    const rows = { length, words: () => this.#words, texts: () => this.#texts };
    return addExtraLevels(searchRows(query, rows), extra, query, rows);
  }
}
