/** The maximum length of a cell's text in UTF-16 units: https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3 */
export const maximumCellLength = 32_767;
/** Marks the end of text that was cut to fit into a cell. */
export const cutMark = '…';

/** Matches most texts: those that need no escaping or replacing. */
const plainText = /^[\x20-\x25\x27-\x3b\x3d\x3f-\x5e\x60-\ud7ff\ue000-\ufffd]*$/;
/** Control characters that XML 1.0 cannot contain, and the carriage return, which XML parsers turn into a line feed. */
// oxlint-disable-next-line no-control-regex -- the expression is about control characters
const escapedCharacters = /[\x00-\x08\x0b-\x1f]/g;
/** Text that looks like an escape but is not one. */
const literalEscapes = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** All control characters, line ends included. */
// oxlint-disable-next-line no-control-regex -- the expression is about control characters
const controlCharacters = /[\x00-\x1f]/g;
/** Code points that an XML 1.0 document cannot contain in any form: https://www.w3.org/TR/xml/#charsets */
const forbiddenCharacters = /[\ufffe\uffff]/g;
/** White space that a reader may drop or collapse without `xml:space`: https://www.w3.org/TR/xml/#sec-white-space */
const fragileSpace = /^[ \t\n]|[ \t\n]$|\n/;

/**
 * Encodes any JavaScript string as the text of a cell (`ST_Xstring`, ECMA-376 part 1, 22.9.2.19). Characters that XML
 * cannot contain become `_xHHHH_`, and a literal `_x0041_` becomes `_x005F_x0041_`. Lone surrogates, U+FFFE and U+FFFF
 * become U+FFFD. Text that is too long is cut between characters and marked.
 */
export function encodeCellText(text: string): string {
  if (text.length <= maximumCellLength && plainText.test(text)) return text;
  return cutToCell(text)
    .toWellFormed()
    .replace(forbiddenCharacters, '\ufffd')
    .replace(literalEscapes, '_x005F_')
    .replace(escapedCharacters, (character) => {
      const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      return `_x${code}_`;
    })
    .replace(/[&<>]/g, toEntity);
}

/** Returns the `t` element of a cell's text (ECMA-376 part 1, 18.4.12), with `xml:space` if the text needs it. */
export function createTextElement(text: string): string {
  const encoded = encodeCellText(text);
  return fragileSpace.test(encoded)
    ? `<t xml:space="preserve">${encoded}</t>`
    : `<t>${encoded}</t>`;
}

/** Encodes text for an element outside of cells. There are no escapes there, so forbidden characters are replaced. */
export function encodeText(text: string): string {
  return text
    .toWellFormed()
    .replace(forbiddenCharacters, '\ufffd')
    .replace(controlCharacters, ' ')
    .replace(/[&<>]/g, toEntity);
}

/** Encodes text for a double-quoted attribute, with the escapes of `encodeCellText`. */
export function encodeAttribute(text: string): string {
  return encodeCellText(text)
    .replace(/"/g, '&quot;')
    .replace(/[\t\n]/g, ' ');
}

function toEntity(character: string): string {
  return character === '&' ? '&amp;' : character === '<' ? '&lt;' : '&gt;';
}

function cutToCell(text: string): string {
  if (text.length <= maximumCellLength) return text;
  const end = maximumCellLength - cutMark.length;
  const lastUnit = text.charCodeAt(end - 1);
  const splitsPair = lastUnit >= 0xd800 && lastUnit <= 0xdbff;
  return text.slice(0, splitsPair ? end - 1 : end) + cutMark;
}
