import { literalForm, literalsOf, wordsOf } from '../../../src-shared/search-text.ts';

/** How well a row or a text matches a search. */
export const matchLevels = { none: 0, withoutAccents: 1, exact: 2 } as const;

/** A word of a search, with and without accents. In a search without words, a text to be found literally. */
export interface SearchTerm {
  exact: string;
  /** `null` for a text to be found literally. */
  folded: string | null;
}

/** Returns the words of a search, or of a search without words, the texts to be found literally. */
export function termsOf(query: string): SearchTerm[] {
  const literals = literalsOf(query);
  if (literals !== null) return literals.map((exact) => ({ exact, folded: null }));
  const { folded, exact } = wordsOf(query);
  const exactWords = exact.split(' ');
  return folded
    .split(' ')
    .map((word, at) => ({ folded: word, exact: exactWords[at] ?? '' }))
    .filter((word) => word.folded !== '');
}

/** A text of the user that is searched together with the words of a row. */
export class SearchedText {
  readonly #text: string;
  #words: { exact: string; folded: string } | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Returns how well a term of a search matches: a word at the beginning of a word, another text anywhere. */
  level({ exact, folded }: SearchTerm): number {
    if (folded === null) {
      return literalForm(this.#text).includes(exact) ? matchLevels.exact : matchLevels.none;
    }
    this.#words ??= wordsOf(this.#text);
    if (!startsAnyWord(this.#words.folded, folded)) return matchLevels.none;
    return startsAnyWord(this.#words.exact, exact) ? matchLevels.exact : matchLevels.withoutAccents;
  }
}

/** @param words each followed by a space. */
function startsAnyWord(words: string, beginning: string): boolean {
  return words.startsWith(beginning) || words.includes(` ${beginning}`);
}
