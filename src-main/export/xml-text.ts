/** A cell holds this many UTF-16 units at most: https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3 */
export const maximumCellLength = 32_767;
/** Ends a text that had to be cut to fit a cell. */
export const cutMark = '…';

/** Control characters that XML 1.0 cannot carry, and the carriage return, which its parsers turn into a line feed. */
// eslint-disable-next-line no-control-regex -- these characters are what the rule is about
const escapedCharacters = /[\x00-\x08\x0b-\x1f]/g;
/** Text that reads like an escape but is not one. */
const literalEscapes = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** Code points that no XML 1.0 document may contain in any form. */
const forbiddenCharacters = /[\ufffe\uffff]/g;

/**
 * Writes any JavaScript string as the text of a cell (`ST_Xstring`, ECMA-376 part 1, 22.9.2.19): characters that XML
 * cannot carry become `_xHHHH_`, a literal `_x0041_` becomes `_x005F_x0041_`, lone surrogates, U+FFFE and U+FFFF
 * become U+FFFD, and text beyond a cell's limit is cut between characters and marked.
 */
export function cellText(text: string): string {
  return cut(text)
    .toWellFormed()
    .replace(forbiddenCharacters, '\ufffd')
    .replace(literalEscapes, '_x005F_')
    .replace(escapedCharacters, (character) => {
      const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      return `_x${code}_`;
    })
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/** As `cellText`, for the inside of a double-quoted attribute. */
export function attributeText(text: string): string {
  return cellText(text)
    .replace(/"/g, '&quot;')
    .replace(/[\t\n]/g, ' ');
}

function cut(text: string): string {
  if (text.length <= maximumCellLength) return text;
  const end = maximumCellLength - cutMark.length;
  const lastUnit = text.charCodeAt(end - 1);
  const splitsPair = lastUnit >= 0xd800 && lastUnit <= 0xdbff;
  return text.slice(0, splitsPair ? end - 1 : end) + cutMark;
}
