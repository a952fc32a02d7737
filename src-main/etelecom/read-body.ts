/** Most pages fit into this many bytes. */
const firstBytes = 32_000;

/**
 * Reads a body into one buffer of its own. The parts are not collected, because a body in parts of one byte would need
 * hundreds of times its size.
 *
 * @param maximumBytes after decompression.
 * @param onProgress called for each part.
 * @returns `null` if the body is larger. The rest is then not read.
 */
export async function readBody(
  body: ReadableStream<Uint8Array> | null,
  maximumBytes: number,
  onProgress: () => void,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (body === null) return new Uint8Array();
  const reader = body.getReader();
  let buffer = new ArrayBuffer(firstBytes);
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    // `transfer` frees the old buffer at once, not when garbage is collected.
    if (done) return new Uint8Array(buffer.transfer(length));
    onProgress();
    const end = length + value.length;
    if (end > maximumBytes) {
      // The connection is closed. Ignore its errors: the answer is refused in any case.
      reader.cancel().catch(() => undefined);
      return null;
    }
    if (end > buffer.byteLength) {
      buffer = buffer.transfer(Math.max(end, Math.min(buffer.byteLength * 2, maximumBytes)));
    }
    new Uint8Array(buffer).set(value, length);
    length = end;
  }
}
