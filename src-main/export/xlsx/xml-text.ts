/** A cell holds this many UTF-16 units at most: https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3 */
export const maximumCellLength = 32_767;
/** Ends a text that had to be cut to fit a cell. */
export const cutMark = '…';

/** What most texts are: nothing that has to be escaped, replaced or looked at twice. */
const plainText = /^[\x20-\x25\x27-\x3b\x3d\x3f-\x5e\x60-\ud7ff\ue000-\ufffd]*$/;
/** Control characters that XML 1.0 cannot carry, and the carriage return, which its parsers turn into a line feed. */
// eslint-disable-next-line no-control-regex -- these characters are what the rule is about
const escapedCharacters = /[\x00-\x08\x0b-\x1f]/g;
/** Text that reads like an escape but is not one. */
const literalEscapes = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** The same, and the line ends, in what is no cell. */
// eslint-disable-next-line no-control-regex -- as above
const controlCharacters = /[\x00-\x1f]/g;
/** Code points that no XML 1.0 document may contain in any form: https://www.w3.org/TR/xml/#charsets */
const forbiddenCharacters = /[\ufffe\uffff]/g;
/** White space that a reader may drop or fold unless it is told not to: https://www.w3.org/TR/xml/#sec-white-space */
const fragileSpace = /^[ \t\n]|[ \t\n]$|\n/;

/**
 * Writes any JavaScript string as the text of a cell (`ST_Xstring`, ECMA-376 part 1, 22.9.2.19): characters that XML
 * cannot carry become `_xHHHH_`, a literal `_x0041_` becomes `_x005F_x0041_`, lone surrogates, U+FFFE and U+FFFF
 * become U+FFFD, and text beyond a cell's limit is cut between characters and marked.
 */
export function cellText(text: string): string {
  if (text.length <= maximumCellLength && plainText.test(text)) return text;
  return cut(text)
    .toWellFormed()
    .replace(forbiddenCharacters, '\ufffd')
    .replace(literalEscapes, '_x005F_')
    .replace(escapedCharacters, (character) => {
      const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      return `_x${code}_`;
    })
    .replace(/[&<>]/g, entity);
}

/** The `t` element of a cell's text (ECMA-376 part 1, 18.4.12), with `xml:space` where white space would suffer. */
export function textElement(text: string): string {
  const written = cellText(text);
  return fragileSpace.test(written)
    ? `<t xml:space="preserve">${written}</t>`
    : `<t>${written}</t>`;
}

/** A text outside of cells, where the format has no escapes: what XML cannot carry is replaced. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(forbiddenCharacters, '\ufffd')
    .replace(controlCharacters, ' ')
    .replace(/[&<>]/g, entity);
}

/** As `cellText`, for the inside of a double-quoted attribute. */
export function attributeText(text: string): string {
  return cellText(text)
    .replace(/"/g, '&quot;')
    .replace(/[\t\n]/g, ' ');
}

function entity(character: string): string {
  return character === '&' ? '&amp;' : character === '<' ? '&lt;' : '&gt;';
}

function cut(text: string): string {
  if (text.length <= maximumCellLength) return text;
  const end = maximumCellLength - cutMark.length;
  const lastUnit = text.charCodeAt(end - 1);
  const splitsPair = lastUnit >= 0xd800 && lastUnit <= 0xdbff;
  return text.slice(0, splitsPair ? end - 1 : end) + cutMark;
}
