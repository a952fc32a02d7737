import { literalForm, literalsOf, wordsOf } from '../../../src-shared/search-text.ts';

/** How well a row matches a search. */
export const matchLevels = { none: 0, withoutAccents: 1, exact: 2 } as const;

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
interface SearchableRows {
  words: () => readonly WordSegment[];
  /** The searchable text of each row. It may have to be read from the file, which takes longer than the words. */
  texts: () => Iterable<string>;
}

/** Returns how well each row matches a search (see `matchLevels`), by place. */
export function searchRows(query: string, { words, texts }: SearchableRows): Uint8Array {
  const literals = literalsOf(query);
  return literals === null ? search(words(), query) : searchLiterally(texts(), literals);
}

/**
 * Returns how well each row matches a search with words. In a match, every word of the query is the beginning of a word
 * of the row.
 */
function search(segments: readonly WordSegment[], query: string): Uint8Array {
  const encoder = new TextEncoder();
  const { folded, exact } = wordsOf(query);
  const exactWords = exact.split(' ');
  const queryWords = folded
    .split(' ')
    .map((word, index) => ({
      folded: encoder.encode(word),
      exact: encoder.encode(exactWords[index]),
    }))
    .filter((word) => word.folded.length > 0);
  const rows = segments.map((segment) => {
    const levels = new Uint8Array(segment.firstWords.length - 1).fill(matchLevels.exact);
    for (const word of queryWords) lowerLevels(levels, segment, word);
    return levels;
  });
  return Uint8Array.from(Buffer.concat(rows));
}

/** Returns how well each row matches a search without words. In a match, the row contains each of the `literals`. */
function searchLiterally(texts: Iterable<string>, literals: readonly string[]): Uint8Array {
  return Uint8Array.from(texts, (text) => {
    const searched = literalForm(text);
    return literals.every((literal) => searched.includes(literal))
      ? matchLevels.exact
      : matchLevels.none;
  });
}

/** Lowers the level of each row to how well its words match one word of the query. */
function lowerLevels(
  levels: Uint8Array,
  { text, folded, exact, firstWords }: WordSegment,
  queryWord: { folded: Uint8Array; exact: Uint8Array },
): void {
  const [firstByte] = queryWord.folded;
  for (let row = 0; row < levels.length; row++) {
    const level = levels[row] ?? matchLevels.none;
    if (level === matchLevels.none) continue;
    let best: number = matchLevels.none;
    const end = firstWords[row + 1] ?? 0;
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
