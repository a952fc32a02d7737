/**
 * The longest text that is searched for. Of a longer key, its end is searched for: `includes` takes linear time only up to
 * 250 bytes, which is `kBMMaxShift` in https://github.com/nodejs/node/blob/main/src/string_search.h
 */
const longestSearched = 240;

/** A key with fewer characters can appear in rows by chance. */
export const shortestDistinctKey = 12;

/**
 * Returns whether JSON contains the secret: as it is, with characters that are escaped, as in `\u0031`, `\/`, `%31`, `%2531`,
 * `&#49;` or `&#x31;`, in base64 or in hexadecimal digits. It runs for each page, in linear time. Other encodings are not
 * found.
 *
 * @param secret at least `shortestDistinctKey` characters of visible ASCII.
 */
export function jsonContains(json: Uint8Array<ArrayBuffer>, secret: string): boolean {
  const bytes = Buffer.from(json.buffer, json.byteOffset, json.byteLength);
  const forms = [withoutHiddenStart(secret), ...packedForms(secret)];
  const needles = [...new Set(forms.map((form) => form.slice(-longestSearched)))];
  const unescaped = decodeEscapes(bytes);
  const once = decodePercents(unescaped);
  const decodings = new Set([bytes, unescaped, once, decodePercents(once), decodeReferences(once)]);
  return [...decodings].some((text) => needles.some((needle) => text.includes(needle)));
}

/**
 * Removes the characters that can be decoded together with what is in front of the secret: in `%31abc`, the secret `31abc`
 * becomes `1abc`.
 */
function withoutHiddenStart(secret: string): string {
  const [start = ''] = /^u?[0-9a-f]{0,6}/i.exec(secret) ?? [];
  return secret.slice(Math.max(0, Math.min(start.length, secret.length - shortestDistinctKey)));
}

/** Returns a secret in hexadecimal digits, and in base64 after any other bytes. */
function packedForms(secret: string): string[] {
  const hex = Buffer.from(secret).toString('hex');
  const base64 = [0, 1, 2].flatMap((shift) => {
    const encoded = Buffer.from(`${'x'.repeat(shift)}${secret}`).toString('base64');
    // Without the characters at both ends that also depend on the bytes around the secret.
    const bits = (shift + Buffer.byteLength(secret)) * 8;
    const own = encoded.slice(Math.ceil((shift * 8) / 6), Math.floor(bits / 6));
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
  });
  return [hex, hex.toUpperCase(), ...base64];
}

const percent = 0x25;
const ampersand = 0x26;
const numberSign = 0x23;
const semicolon = 0x3b;
/** Of a reference with zeros in front: `&#x0000031;` */
const mostDigits = 8;
const backslash = 0x5c;

/** Decodes `\u0031`, and removes the backslash of every other escape. */
function decodeEscapes(bytes: Buffer): Buffer {
  if (!bytes.includes(backslash)) return bytes;
  const decoded = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const isCode = byte === backslash && isLetterU(bytes[at + 1]);
    const code = isCode ? hexAt(bytes, at + 2, 4) : null;
    if (code !== null) {
      // A key has no other characters than ASCII.
      decoded[length++] = code < 0x80 ? code : 0;
      at += 5;
    } else if (byte !== backslash) decoded[length++] = byte;
  }
  return decoded.subarray(0, length);
}

function isLetterU(byte: number | undefined): boolean {
  return byte === 0x75 || byte === 0x55;
}

/** Decodes `%31`. */
function decodePercents(bytes: Buffer): Buffer {
  if (!bytes.includes(percent)) return bytes;
  const decoded = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const code = bytes[at] === percent ? hexAt(bytes, at + 1, 2) : null;
    decoded[length++] = code ?? bytes[at] ?? 0;
    if (code !== null) at += 2;
  }
  return decoded.subarray(0, length);
}

/** Decodes `&#49;` and `&#x31;`. */
function decodeReferences(bytes: Buffer): Buffer {
  if (!bytes.includes('&#')) return bytes;
  const decoded = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const reference = bytes[at] === ampersand ? referenceAt(bytes, at) : null;
    decoded[length++] = reference?.code ?? bytes[at] ?? 0;
    if (reference !== null) at += reference.length - 1;
  }
  return decoded.subarray(0, length);
}

/** Returns the ASCII character that a reference stands for, and the length of the reference. */
function referenceAt(bytes: Buffer, at: number): { code: number; length: number } | null {
  if (bytes[at + 1] !== numberSign) return null;
  const isHex = isLetterX(bytes[at + 2]);
  const [start, base] = isHex ? [at + 3, 16] : [at + 2, 10];
  let [code, end] = [0, start];
  for (; end < start + mostDigits; end++) {
    const digit = hexAt(bytes, end, 1);
    if (digit === null || digit >= base) break;
    code = code * base + digit;
  }
  const isWhole = end > start && bytes[end] === semicolon;
  return isWhole && code < 0x80 ? { code, length: end + 1 - at } : null;
}

function isLetterX(byte: number | undefined): boolean {
  return byte === 0x78 || byte === 0x58;
}

/** Returns the number that hexadecimal digits stand for; `null` if there are fewer digits. */
function hexAt(bytes: Buffer, start: number, digits: number): number | null {
  let number = 0;
  for (let at = start; at < start + digits; at++) {
    const byte = bytes[at] ?? 0;
    // Also the lower-case letter of a letter.
    const letter = byte | 0x20;
    if (byte >= 0x30 && byte <= 0x39) number = number * 16 + byte - 0x30;
    else if (letter >= 0x61 && letter <= 0x66) number = number * 16 + letter - 0x57;
    else return null;
  }
  return number;
}
