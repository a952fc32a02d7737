import { limits } from './limits.ts';
import { endOfText, tooLarge } from './measure-json.ts';

/** The kinds of tokens are numbered in this order. `0` stands for every number and literal. */
const tokens = '{["0,:}]';
const object = 0;
const array = 1;
const text = 2;
const literal = 3;
const comma = 4;
const colon = 5;
const endOfObject = 6;
const endOfArray = 7;
/** What is before the first token. */
const start = 8;
const space = 9;

const kindOfByte = new Uint8Array(256).fill(literal);
for (const kind of [object, array, text, comma, colon, endOfObject, endOfArray]) {
  kindOfByte[tokens.charCodeAt(kind)] = kind;
}
for (const byte of [0x20, 0x0a, 0x0d, 0x09]) kindOfByte[byte] = space;

/** Which tokens may follow each kind, as bits. */
const followers = Uint8Array.from(
  ['"}', '{["0]', ',:}]', '0,}]', '{["0', '{["0', ',}]', ',}]', '{'].map((each) =>
    Array.from(each, (token) => 1 << tokens.indexOf(token)).reduce((bits, bit) => bits | bit),
  ),
);

const byteOrderMark = [0xef, 0xbb, 0xbf];
/** Bytes of the longest name that is looked for. */
const longestName = 16;

/**
 * Returns the JSON of some members of an object, in one pass and without creating their values. An answer that was cut is
 * found by its brackets. Wrong literals and wrong escapes inside of a member are not found.
 *
 * @param names the members. Of two with the same name, the last one counts.
 * @returns `null` if the bytes are not a whole object.
 * @throws AppError `answer_too_large` for more values or a longer text than `measureJson` accepts.
 */
export function readOutline(
  json: Uint8Array,
  names: ReadonlySet<string>,
): Map<string, Uint8Array> | null {
  const members = new Map<string, Uint8Array>();
  let depth = 0;
  let values = 0;
  let previous = start;
  let name = '';
  let valueStart = 0;
  for (
    let at = byteOrderMark.every((byte, at) => json[at] === byte) ? 3 : 0;
    at < json.length;
    at++
  ) {
    const kind = kindOfByte[json[at] ?? 0] ?? literal;
    if (kind === space) continue;
    const isFollower = ((followers[previous] ?? 0) >> kind) & 1;
    const isBehindTheEnd = depth === 0 && previous !== start;
    if (!isFollower || isBehindTheEnd) return null;
    if (previous === colon && depth === 1) valueStart = at;
    if (kind === text) {
      const textStart = at + 1;
      at = endOfText(json, textStart);
      if (at >= json.length) return null;
      if (at - textStart > limits.textBytes) throw tooLarge('a text is too long');
      const isName = depth === 1 && (previous === object || previous === comma);
      if (isName) name = at - textStart > longestName ? '' : asciiOf(json.subarray(textStart, at));
    } else if (kind === object || kind === array) {
      depth++;
    } else if (kind === endOfObject || kind === endOfArray) {
      depth--;
    }
    const isEndOfMember = depth === 0 || (kind === comma && depth === 1);
    if (isEndOfMember && names.has(name)) members.set(name, json.subarray(valueStart, at));
    if (kind === comma && ++values > limits.values) throw tooLarge('it has too many values');
    previous = kind;
  }
  return depth === 0 && previous !== start ? members : null;
}

function asciiOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
