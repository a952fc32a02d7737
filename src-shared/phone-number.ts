/**
 * Returns the digits of a phone number. The international form of a Vietnamese number begins with 84 instead of 0, with or
 * without a +: a spreadsheet loses it.
 */
export function phoneDigits(text: string): string {
  const digits = text.replaceAll(/\D/g, '');
  if (/^\s*(\+|00)/.test(text)) return digits.replace(/^(00)?84/, '0');
  return digits.replace(/^84(?=\d{9,10}$)/, '0');
}

/** Returns whether a text is a phone number, or the beginning of one: at least 3 digits and what is written between them. */
export function isPhoneNumber(text: string): boolean {
  return /^\s*\+?[\d\s().-]+$/.test(text) && text.replaceAll(/\D/g, '').length >= 3;
}

/** Returns the searchable text of a phone number: as it is written, and its digits if these are something else. */
export function searchableNumber(text: string): string {
  const digits = isPhoneNumber(text) ? phoneDigits(text) : text;
  return digits === text ? text : `${text} ${digits}`;
}

/** Returns what to search for when a text is typed. A phone number, or the beginning of one, can be written in several ways. */
export function numberSearches(text: string): string[] {
  if (!isPhoneNumber(text)) return [text];
  const digits = phoneDigits(text);
  return [...new Set([text, digits, digits.replace(/^84/, '0')])];
}
