import type { FileHandle } from 'node:fs/promises';

/** Writes all of `bytes` at a place of a file: the system may take only a part at a time, as on a disk that fills up. */
export async function writeFully(
  file: FileHandle,
  bytes: Uint8Array,
  position: number,
): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
