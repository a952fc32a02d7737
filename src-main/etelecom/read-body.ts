/** Most pages fit into this many bytes. */
const firstBytes = 32_000;

/**
 * Reads a body into one buffer of its own. The parts are not collected, because a body in parts of one byte would need
 * hundreds of times its size.
 *
 * @param maximumBytes after decompression.
 * @param onProgress called for each part.
 * @returns `null` if the body is larger. The rest is then not read, and the caller must close the connection.
 */
export async function readBody(
  body: AsyncIterable<Uint8Array> | null,
  maximumBytes: number,
  onProgress: () => void,
): Promise<Uint8Array<ArrayBuffer> | null> {
  let buffer = new ArrayBuffer(firstBytes);
  let length = 0;
  for await (const part of body ?? []) {
    onProgress();
    const end = length + part.length;
    if (end > maximumBytes) return null;
    if (end > buffer.byteLength) {
      // `transfer` frees the old buffer at once, not when garbage is collected.
      buffer = buffer.transfer(Math.max(end, Math.min(buffer.byteLength * 2, maximumBytes)));
    }
    new Uint8Array(buffer).set(part, length);
    length = end;
  }
  return new Uint8Array(buffer.transfer(length));
}
