/** The words of a text, each followed by a space: as they are written, in lower case, and without their accents. */
export interface Words {
  exact: string;
  folded: string;
}

const onlyAscii = /^[\p{ASCII}]*$/u;
const asciiWords = /[a-z0-9]+/g;
const words = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/**
 * Cuts a text into words: runs of letters and digits. Composed and decomposed text have the same words, and `đ`, which
 * no decomposition knows, is a `d` without its accent. Both forms have the same number of words.
 */
export function wordsOf(text: string): Words {
  const lower = text.toLowerCase();
  const found = onlyAscii.test(lower)
    ? lower.match(asciiWords)
    : lower.normalize('NFC').match(words);
  if (found === null) return { exact: '', folded: '' };
  const exact = `${found.join(' ')} `;
  return { exact, folded: withoutAccents(exact) };
}

function withoutAccents(text: string): string {
  if (onlyAscii.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd');
}

/** A word of a search, in the text it was found in: from here, to before there. */
export type Hit = readonly [from: number, to: number];

/**
 * Where a text has the words of a search: each at the beginning of a word, without accents, as the saved list finds it.
 *
 * @returns places in `text` as it is written, from left to right, that do not overlap.
 */
export function hitsOf(text: string, query: string): Hit[] {
  const wanted = wordsOf(query).folded.split(' ').filter(Boolean);
  if (wanted.length === 0) return [];
  return [...text.matchAll(words)].flatMap(({ 0: word, index }) => {
    const folded = fold(word);
    const lengths = wanted.filter((one) => folded.startsWith(one)).map((one) => one.length);
    if (lengths.length === 0) return [];
    return [[index, index + lengthOfPrefix(word, Math.max(...lengths))] as const];
  });
}

export function fold(text: string): string {
  return withoutAccents(text.toLowerCase());
}

/** How much of a word is written for so much of its folded form; its last letter has its accents. */
function lengthOfPrefix(word: string, foldedLength: number): number {
  let length = 0;
  for (const { segment } of letters.segment(word)) {
    if (fold(word.slice(0, length)).length >= foldedLength) break;
    length += segment.length;
  }
  return length;
}
