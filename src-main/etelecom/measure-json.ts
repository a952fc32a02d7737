import { AppError } from '../../src-shared/errors.ts';
import { limits } from './limits.ts';

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openArray = 0x5b;
const closeArray = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

/** More digits than a JavaScript number always keeps. */
const exactDigits = 15;

/**
 * Checks the size of JSON before it is parsed, because the time and the memory that a parser needs depend on it: depth,
 * number of values, and length of each text. It does not check the syntax.
 *
 * @returns whether the JSON may have a number that a JavaScript number changes.
 * @throws AppError `answer_too_large`
 */
export function measureJson(json: Uint8Array): { hasLongNumbers: boolean } {
  let depth = 0;
  let values = 1;
  let digits = 0;
  let hasLongNumbers = false;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at] ?? 0;
    if (byte === quote) {
      const start = at + 1;
      at = endOfText(json, start);
      if (at - start > limits.textBytes) throw tooLarge('a text is too long');
    } else if (byte === comma || byte === openArray || byte === openObject) {
      values++;
      if (byte !== comma && ++depth > limits.depth) throw tooLarge('it is nested too deeply');
    } else if (byte === closeArray || byte === closeObject) {
      depth--;
    }
    // A digit. Fractions, exponents and -0 are written differently by JavaScript as well.
    digits = byte >= 0x30 && byte <= 0x39 ? digits + 1 : 0;
    if (digits > exactDigits || byte === 0x2e || byte === 0x2d || byte === 0x45) {
      hasLongNumbers = true;
    } else if (byte === 0x65 && isDigit(json[at - 1])) {
      hasLongNumbers = true;
    }
  }
  if (values > limits.values) throw tooLarge('it has too many values');
  return { hasLongNumbers };
}

/** Returns the position of the quote that ends a text. */
function endOfText(json: Uint8Array, start: number): number {
  let at = start;
  while (at < json.length && json[at] !== quote) at += json[at] === backslash ? 2 : 1;
  return at;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function tooLarge(reason: string): AppError {
  return new AppError({ code: 'answer_too_large', message: `The answer was refused: ${reason}` });
}
