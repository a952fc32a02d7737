import { literalForm, wordsOf } from '../../../src-shared/search-text.ts';
import { matchLevels, termsOf, type SearchTerm } from './search-terms.ts';

/** Rows are indexed in segments of this size, so that a small segment can be rebuilt without the others. */
export const segmentRows = 1024;

/**
 * The words of up to `segmentRows` rows. Flat arrays without objects make it possible to search 100,000 rows in
 * milliseconds.
 */
export interface WordSegment {
  /** Words in UTF-8, each followed by a space. */
  text: Uint8Array;
  /** Where each word without its accents begins in `text`, row by row. Rows can share a word. */
  folded: Uint32Array;
  /** Where the same word with its accents begins in `text`. */
  exact: Uint32Array;
  /** The number of the first word of each row, and the number of all words at the end. */
  firstWords: Uint32Array;
}

/** Returns the segments that contain the rows from one place to before another. */
export function segmentsBetween(from: number, to: number): number[] {
  if (to <= from) return [];
  const first = Math.floor(from / segmentRows);
  const end = Math.ceil(to / segmentRows);
  return Array.from({ length: end - first }, (_, index) => first + index);
}

/** Rows that can be searched. */
export interface SearchableRows {
  /** The number of rows. */
  length: number;
  words(): readonly WordSegment[];
  /** The searchable text of each row. It may have to be read from the file, which takes longer than the words. */
  texts(): Iterable<string>;
}

/**
 * How well each row matches each term of a search through its annotation or its owner's name, by place. Empty if no row
 * matches that way.
 */
export type ExtraLevels = readonly Uint8Array[];

/** Returns how well each row matches a search (see `matchLevels`), by place. In a match, the row has all terms. */
export function searchRows(query: string, rows: SearchableRows): Uint8Array {
  const levels = new Uint8Array(rows.length).fill(matchLevels.exact);
  lowerLevels(levels, query, rows, []);
  return levels;
}

/**
 * Returns the levels of a search in which some rows also match by something else.
 *
 * @param found what `searchRows` has returned for the same search. It is not changed.
 */
export function addExtraLevels(
  found: Uint8Array,
  extra: ExtraLevels,
  query: string,
  rows: SearchableRows,
): Uint8Array {
  if (extra.length === 0) return found;
  // Only rows with an extra level are looked at again.
  const levels = new Uint8Array(rows.length);
  for (const termLevels of extra) {
    for (let place = 0; place < levels.length; place++) {
      if (termLevels[place] !== matchLevels.none) levels[place] = matchLevels.exact;
    }
  }
  lowerLevels(levels, query, rows, extra);
  for (let place = 0; place < levels.length; place++) {
    levels[place] = Math.max(levels[place] ?? matchLevels.none, found[place] ?? matchLevels.none);
  }
  return levels;
}

/** Lowers the level of each row to how well the row and its extra levels match a search. */
function lowerLevels(
  levels: Uint8Array,
  query: string,
  rows: SearchableRows,
  extra: ExtraLevels,
): void {
  const terms = termsOf(query);
  if (terms.every(({ folded }) => folded === null)) {
    searchLiterally(levels, rows.texts(), terms, extra);
  } else {
    searchWords(levels, rows.words(), terms, extra);
  }
}

/** In a match, every word of the query is the beginning of a word of the row. */
function searchWords(
  levels: Uint8Array,
  segments: readonly WordSegment[],
  terms: readonly SearchTerm[],
  extra: ExtraLevels,
): void {
  const encoder = new TextEncoder();
  const queryWords = terms.map(({ folded, exact }) => ({
    folded: encoder.encode(folded ?? exact),
    exact: encoder.encode(exact),
  }));
  let start = 0;
  for (const segment of segments) {
    const end = start + segment.firstWords.length - 1;
    const segmentLevels = levels.subarray(start, end);
    for (const [at, word] of queryWords.entries()) {
      searchWord(segmentLevels, segment, word, extra[at]?.subarray(start, end));
    }
    start = end;
  }
}

/** In a match, the row contains each of the terms. */
function searchLiterally(
  levels: Uint8Array,
  texts: Iterable<string>,
  terms: readonly SearchTerm[],
  extra: ExtraLevels,
): void {
  let place = 0;
  for (const text of texts) {
    if (levels[place] !== matchLevels.none) {
      const searched = literalForm(text);
      const isMatch = terms.every(
        ({ exact }, at) => searched.includes(exact) || (extra[at]?.[place] ?? 0) > matchLevels.none,
      );
      if (!isMatch) levels[place] = matchLevels.none;
    }
    place++;
  }
}

/**
 * Lowers the level of each row to how well its words match one word of the query.
 *
 * @param extra how well each row matches the word by something else.
 */
function searchWord(
  levels: Uint8Array,
  { text, folded, exact, firstWords }: WordSegment,
  queryWord: { folded: Uint8Array; exact: Uint8Array },
  extra: Uint8Array | undefined,
): void {
  const [firstByte] = queryWord.folded;
  for (let row = 0; row < levels.length; row++) {
    const level = levels[row] ?? matchLevels.none;
    if (level === matchLevels.none) continue;
    let best: number = extra?.[row] ?? matchLevels.none;
    const end = best < level ? (firstWords[row + 1] ?? 0) : 0;
    for (let word = firstWords[row] ?? 0; word < end; word++) {
      const start = folded[word] ?? 0;
      if (text[start] !== firstByte || !startsWith(text, start, queryWord.folded)) continue;
      best = matchLevels.withoutAccents;
      if (startsWith(text, exact[word] ?? 0, queryWord.exact)) {
        best = matchLevels.exact;
        break;
      }
    }
    if (best < level) levels[row] = best;
  }
}

function startsWith(text: Uint8Array, start: number, prefix: Uint8Array): boolean {
  for (let offset = 0; offset < prefix.length; offset++) {
    if (text[start + offset] !== prefix[offset]) return false;
  }
  return true;
}

/** @param texts the searchable text of each row. */
export function indexWords(texts: Iterable<string>): WordSegment {
  let text = '';
  let length = 0;
  const folded: number[] = [];
  const exact: number[] = [];
  const firstWords = [0];
  /** Adds words, each of which is followed by a space. Returns where they begin. */
  const append = (words: string): number[] => {
    const starts: number[] = [];
    for (const word of words.split(' ').slice(0, -1)) {
      starts.push(length);
      length += Buffer.byteLength(word) + 1;
    }
    text += words;
    return starts;
  };
  // Names share most of their parts, so each part is split, folded and stored once. No word contains a space.
  const parts = new Map<string, { folded: number[]; exact: number[] }>();
  for (const rowText of texts) {
    const asciiStart = startOfAscii(rowText);
    for (const part of rowText.slice(0, asciiStart).split(' ')) {
      let starts = parts.get(part);
      if (starts === undefined) {
        const words = wordsOf(part);
        starts = { folded: append(words.folded), exact: append(words.exact) };
        parts.set(part, starts);
      }
      folded.push(...starts.folded);
      exact.push(...starts.exact);
    }
    // The rest, such as the ids, differs in most rows.
    const starts = append(wordsOf(rowText.slice(asciiStart)).folded);
    folded.push(...starts);
    exact.push(...starts);
    firstWords.push(folded.length);
  }
  return {
    text: new TextEncoder().encode(text),
    folded: new Uint32Array(folded),
    exact: new Uint32Array(exact),
    firstWords: new Uint32Array(firstWords),
  };
}

/** Returns the first place in a text, its beginning or a space, that only ASCII follows. */
function startOfAscii(text: string): number {
  let start = text.length;
  while (start > 0 && text.charCodeAt(start - 1) < 128) start--;
  if (start === 0) return 0;
  const space = text.indexOf(' ', start);
  return space === -1 ? text.length : space;
}
