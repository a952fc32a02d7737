/** Quotation marks of programs, of word processors and of several languages, for use inside `[…]`. */
export const quotes = '"\'`´“”„‟‘’‚‛«»‹›';

/**
 * White space (`\s` includes U+00A0 and U+FEFF), control characters and characters without a width (soft hyphen, zero-width
 * spaces and joiners, marks of the writing direction, variation selectors, Hangul filler), for use inside `[…]`.
 */
export const blanks =
  '\\s\\0-\\x1f\\x7f-\\x9f\\u00ad\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f';

/** Characters that copying leaves around a value: blanks, quotation marks, brackets and the asterisks of bold text. */
const around = new RegExp(`[${blanks}${quotes}<>()\\[\\]{}\\\\*]`, 'u');

/** Removes what copying leaves around a value. */
export function unwrap(pasted: string): string {
  let start = 0;
  let end = pasted.length;
  while (start < end && around.test(pasted.charAt(start))) start++;
  while (start < end && isAfter(pasted.charAt(end - 1))) end--;
  return pasted.slice(start, end);
}

function isAfter(character: string): boolean {
  return character === ',' || character === ';' || around.test(character);
}

/**
 * Replaces what programs write instead of a character: `^"` by browsers that copy a request for the Windows command prompt,
 * `&quot;` in HTML, and `%20`, `%22` or `%3A` with all other percent signs in an address.
 */
export function unescapePasted(pasted: string): string {
  const unescaped = pasted.includes('^"') ? pasted.replaceAll(/\^(["^&|<>%!\r\n])/g, '$1') : pasted;
  const text = unescaped.replaceAll(/&(?:quot|apos|#34|#39);/gi, '"');
  if (!/%(?:20|22|3a)/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
