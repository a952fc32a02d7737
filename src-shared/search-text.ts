/** The words of a text in lower case, each followed by a space: with accents (`exact`) and without (`folded`). */
export interface Words {
  exact: string;
  folded: string;
}

const onlyAscii = /^[\p{ASCII}]*$/u;
const asciiWords = /[a-z0-9]+/g;
const words = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/**
 * Splits a text into words: runs of letters and digits. Composed and decomposed text have the same words. `đ` is folded
 * to `d`, although Unicode does not decompose it. Both forms have the same number of words.
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

/**
 * Returns the parts of a search that has no words, such as `🏪` or `%`, to be found literally; `null` for a search with
 * words. A search of spaces only has no parts.
 */
export function literalsOf(query: string): string[] | null {
  if (wordsOf(query).exact !== '') return null;
  return literalForm(query).split(/\s+/u).filter(Boolean);
}

/** Returns the text in which `literalsOf` are found: composed and in lower case. */
export function literalForm(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function withoutAccents(text: string): string {
  return onlyAscii.test(text) ? text : text.replace(notAscii, letterWithoutAccents);
}

const notAscii = /[^\p{ASCII}]/gu;
/** Few letters occur, so folding each of them once is several times faster than folding each text. */
const foldedLetters = new Map<string, string>();

function letterWithoutAccents(letter: string): string {
  let folded = foldedLetters.get(letter);
  if (folded === undefined) {
    folded = letter
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .replaceAll('đ', 'd');
    foldedLetters.set(letter, folded);
  }
  return folded;
}

/** Where a word of a search was found in a text; `to` is exclusive. */
type Hit = readonly [from: number, to: number];

/**
 * Finds the words of a search at the beginning of words in a text, ignoring accents, as the search of the saved list
 * does. Finds the parts of a search without words anywhere.
 *
 * @returns ranges in the original `text`, from left to right and without overlaps.
 */
export function hitsOf(text: string, query: string): Hit[] {
  const literals = literalsOf(query);
  if (literals !== null) return literalHitsOf(text, literals);
  const wanted = wordsOf(query).folded.split(' ').filter(Boolean);
  return [...text.matchAll(words)].flatMap(({ 0: word, index }) => {
    const folded = fold(word);
    const lengths = wanted.filter((one) => folded.startsWith(one)).map((one) => one.length);
    if (lengths.length === 0) return [];
    return [[index, index + lengthOfPrefix(word, Math.max(...lengths))] as const];
  });
}

function literalHitsOf(text: string, literals: readonly string[]): Hit[] {
  if (literals.length === 0) return [];
  // The longest first, because an expression takes the first alternative that matches.
  const longestFirst = literals.toSorted((a, b) => b.length - a.length);
  const anyLiteral = new RegExp(longestFirst.map(escapeForRegExp).join('|'), 'giu');
  const { composed, ranges } = compose(text);
  const hits: Hit[] = [];
  for (const { 0: found, index } of composed.matchAll(anyLiteral)) {
    const [from = 0] = ranges[index] ?? [];
    const [, to = 0] = ranges[index + found.length - 1] ?? [];
    // Two parts of one letter have the same range.
    if (from >= (hits.at(-1)?.[1] ?? 0)) hits.push([from, to]);
  }
  return hits;
}

/** Composes a text. @returns also the range in `text` of each character, which is that of a whole letter if it was composed. */
function compose(text: string): { composed: string; ranges: Hit[] } {
  let composed = '';
  const ranges: Hit[] = [];
  for (const { segment, index } of letters.segment(text)) {
    const letter = segment.normalize('NFC');
    composed += letter;
    for (let at = 0; at < letter.length; at++) {
      const whole = [index, index + segment.length] as const;
      ranges.push(letter === segment ? [index + at, index + at + 1] : whole);
    }
  }
  return { composed, ranges };
}

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

/**
 * Returns whether a text matches a search: each word of the search begins a word of the text, ignoring accents. A search
 * without words must be in the text as it is. An empty search matches everything.
 */
export function matchesSearch(text: string, query: string): boolean {
  const literals = literalsOf(query);
  if (literals !== null) return literals.every((literal) => literalForm(text).includes(literal));
  const found = ` ${wordsOf(text).folded}`;
  const wanted = wordsOf(query).folded.split(' ').filter(Boolean);
  return wanted.every((word) => found.includes(` ${word}`));
}

export function fold(text: string): string {
  return withoutAccents(text.toLowerCase());
}

/** Returns the length of the prefix of `word` that folds to `foldedLength` characters, including the last letter's accents. */
function lengthOfPrefix(word: string, foldedLength: number): number {
  let length = 0;
  for (const { segment } of letters.segment(word)) {
    if (fold(word.slice(0, length)).length >= foldedLength) break;
    length += segment.length;
  }
  return length;
}
