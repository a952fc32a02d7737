/** The decimal separator is a comma on Vietnamese systems. */
const shortNumber = /^-?\d(?:[.,]\d+)?E\+(?:1[5-9]|[2-9]\d|\d{3,})$/i;

/**
 * Returns whether a cell holds a large number in its short form, such as `1.108784378745225E+18`. The last digits of an id
 * are lost in it.
 */
export function isShortNumber(cell: string): boolean {
  return shortNumber.test(cell);
}
