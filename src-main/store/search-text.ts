/** The words of a text, each followed by a space: as they are written, in lower case, and without their accents. */
export interface Words {
  exact: string;
  folded: string;
}

const onlyAscii = /^[\p{ASCII}]*$/u;
const asciiWords = /[a-z0-9]+/g;
const words = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

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
