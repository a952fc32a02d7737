/** A large number in its short form, of which spreadsheets keep at most 17 digits. The decimal separator may be a comma. */
const roundedNumber = /^-?\d(?:[.,]\d+)?E\+(?:1[5-9]|[2-9]\d|\d{3,})$/i;

/** Returns whether a cell holds a number that has lost its last digits, in the form `1.108784378745225E+18`. */
export function isRoundedNumber(cell: string): boolean {
  return roundedNumber.test(cell);
}
