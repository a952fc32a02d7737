/** Returns the bytes of a text in the encodings in which it could be written by accident. */
export function encodingsOf(text: string): Map<string, Buffer> {
  const bytes = Buffer.from(text);
  const ascii = (encoded: string) => Buffer.from(encoded, 'latin1');
  const percent = (of: string) => `%${of.charCodeAt(0).toString(16).toUpperCase()}`;
  // What stands before the text moves its letters in base64. The ends depend on the text around.
  const base64 = [0, 1, 2].map((shift): [string, Buffer] => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    return [`base64 ${shift}`, ascii(encoded.slice(4, -4))];
  });
  return new Map([
    ['utf8', bytes],
    ['utf16', Buffer.from(text, 'utf16le')],
    ['hex', ascii(bytes.toString('hex'))],
    ['HEX', ascii(bytes.toString('hex').toUpperCase())],
    ['uri', ascii(encodeURIComponent(text))],
    ['percent', ascii(Array.from(text, percent).join(''))],
    ['reversed', Buffer.from(Array.from(text).toReversed().join(''))],
    ...base64,
  ]);
}

/** Returns the names of the encodings in which `text` is in `content`. */
export function findText(content: Buffer | string, text: string): string[] {
  const bytes = Buffer.from(content);
  return [...encodingsOf(text)].filter(([, part]) => bytes.includes(part)).map(([name]) => name);
}
