import { wordsOf } from '../../src-shared/search-text.ts';

/** How well a row matches a search. */
export const matches = { no: 0, withoutAccents: 1, exactly: 2 } as const;

/** Rows are indexed in segments of so many, each of which is small and can be made anew without the others. */
export const segmentRows = 1024;

/** Every word of some rows, in a few flat arrays: 100,000 rows are searched in milliseconds, without an object. */
export interface WordSegment {
  /** UTF-8 of all words, each followed by a space. */
  text: Uint8Array;
  /** Where in `text` each word begins, without its accents; the words of a row lie together. */
  folded: Uint32Array;
  /** Where in `text` the same word begins as it is written. */
  exact: Uint32Array;
  /** Which is the first word of each row, and of the row after the last. */
  firstWords: Uint32Array;
}

/** How well each row matches: every word of the query is the beginning of one of the row's. */
export function search(segments: readonly WordSegment[], query: string): Uint8Array {
  const encoder = new TextEncoder();
  const { folded, exact } = wordsOf(query);
  const exactWords = exact.split(' ');
  const wanted = folded
    .split(' ')
    .map((word, at) => ({
      folded: encoder.encode(word),
      exact: encoder.encode(exactWords[at]),
    }))
    .filter((word) => word.folded.length > 0);
  const rows = segments.map((segment) => {
    const states = new Uint8Array(segment.firstWords.length - 1).fill(matches.exactly);
    for (const word of wanted) narrow(states, segment, word);
    return states;
  });
  return Uint8Array.from(Buffer.concat(rows));
}

function narrow(
  states: Uint8Array,
  { text, folded, exact, firstWords }: WordSegment,
  wanted: { folded: Uint8Array; exact: Uint8Array },
): void {
  const [firstByte] = wanted.folded;
  for (let row = 0; row < states.length; row++) {
    const state = states[row] ?? matches.no;
    if (state === matches.no) continue;
    let best: number = matches.no;
    const end = firstWords[row + 1] ?? 0;
    for (let word = firstWords[row] ?? 0; word < end; word++) {
      const at = folded[word] ?? 0;
      if (text[at] !== firstByte || !beginsWith(text, at, wanted.folded)) continue;
      best = matches.withoutAccents;
      if (beginsWith(text, exact[word] ?? 0, wanted.exact)) {
        best = matches.exactly;
        break;
      }
    }
    if (best < state) states[row] = best;
  }
}

function beginsWith(text: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let offset = 0; offset < wanted.length; offset++) {
    if (text[at + offset] !== wanted[offset]) return false;
  }
  return true;
}

/** @param texts of each row, what is searched in it. */
export function indexWords(texts: Iterable<string>): WordSegment {
  let text = '';
  let length = 0;
  const folded: number[] = [];
  const exact: number[] = [];
  const firstWords = [0];
  const add = (word: string) => {
    const at = length;
    text += `${word} `;
    length += Buffer.byteLength(word) + 1;
    return at;
  };
  for (const rowText of texts) {
    const row = wordsOf(rowText);
    const isPlain = row.exact === row.folded;
    const exactWords = isPlain ? [] : row.exact.split(' ');
    const first = folded.length;
    // The words as they are written come after those without accents, and only where they differ.
    const foldedWords = row.folded.split(' ');
    foldedWords.pop();
    for (const word of foldedWords) folded.push(add(word));
    for (const [at, word] of foldedWords.entries()) {
      const written = isPlain ? word : (exactWords[at] ?? word);
      exact.push(written === word ? (folded[first + at] ?? 0) : add(written));
    }
    firstWords.push(folded.length);
  }
  return {
    text: new TextEncoder().encode(text),
    folded: Uint32Array.from(folded),
    exact: Uint32Array.from(exact),
    firstWords: Uint32Array.from(firstWords),
  };
}
