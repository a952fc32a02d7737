/** Quotation marks of programs, of word processors and of several languages, for use inside `[…]`. */
export const quotes = '"\'`´“”„‟‘’‚‛«»‹›';

/**
 * Characters that copying leaves around a value: white space (`\s` includes U+00A0 and U+FEFF), characters without a
 * width (soft hyphen, zero-width spaces and joiners, marks of the writing direction), quotation marks and brackets.
 */
const around = new RegExp(
  `[\\s\\u00ad\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f${quotes}<>()\\[\\]{}\\\\]`,
  'u',
);

/** Removes what copying leaves around a value: white space, invisible characters, quotation marks and brackets. */
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
