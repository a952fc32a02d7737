/** Returns the digits of a phone number. The international form of a Vietnamese number begins with 84 instead of 0. */
export function phoneDigits(text: string): string {
  const digits = text.replaceAll(/\D/g, '');
  return /^\s*(\+|00)/.test(text) ? digits.replace(/^(00)?84/, '0') : digits;
}

/** Returns whether a text is a phone number, or the beginning of one: at least 3 digits and what is written between them. */
export function isPhoneNumber(text: string): boolean {
  return /^\s*\+?[\d\s().-]+$/.test(text) && text.replaceAll(/\D/g, '').length >= 3;
}
