/** What begins the international form of a number: `+84`, `(+84)`, `0084`. */
const international = /^[\s(]*(\+|00)/;

/**
 * Returns the digits of a phone number. The international form of a Vietnamese number begins with 84 instead of 0, with or
 * without a +: a spreadsheet loses it. Some people also write the 0: `+84 (0)24…`.
 */
export function phoneDigits(text: string): string {
  const plain = withoutDecoration(text);
  const digits = plain.replaceAll(/\D/g, '');
  if (international.test(plain)) return digits.replace(/^(00)?840?/, '0');
  return digits.replace(/^840?(?=\d{9,10}$)/, '0');
}

/** Returns whether a text is a phone number, or the beginning of one: at least 3 digits and what is written between them. */
export function isPhoneNumber(text: string): boolean {
  const plain = withoutDecoration(text);
  return /^[\s(]*\+?[\d\s()./-]+$/.test(plain) && plain.replaceAll(/\D/g, '').length >= 3;
}

/** Returns the searchable text of a phone number: as it is written, and its digits if these are something else. */
export function searchableNumber(text: string): string {
  const digits = isPhoneNumber(text) ? phoneDigits(text) : text;
  return digits === text ? text : `${text} ${digits}`;
}

/**
 * Returns what to search for when a text is typed. A phone number, or the beginning of one, can be written in several ways.
 * A spreadsheet also loses the 0 at the beginning of a whole number, of 9 or 10 further digits.
 */
export function numberSearches(text: string): string[] {
  if (!isPhoneNumber(text)) return [text];
  const digits = phoneDigits(text);
  const withZero = /^[1-9]\d{8,9}$/.test(digits) ? [`0${digits}`] : [];
  return [...new Set([text, digits, digits.replace(/^84/, '0'), ...withZero])];
}

/** Removes what a copied number can have besides its characters: `tel:`, invisible characters, and other dashes. */
function withoutDecoration(text: string): string {
  return text
    .replaceAll(/\p{Cf}/gu, '')
    .replace(/^\s*tel:/i, '')
    .replaceAll(/\p{Pd}/gu, '-');
}
