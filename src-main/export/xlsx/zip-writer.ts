import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';
import {
  createCentralHeader,
  createEndOfDirectory,
  createLocalHeader,
  type EntryInfo,
  type ZipOptions,
} from './zip-headers.ts';

const deflate = promisify(deflateRaw);

/** Makes a sheet about as small as the default level 6, in two thirds of the time. */
export const compressionLevel = 3;
/**
 * Each piece ends on a byte boundary (`Z_SYNC_FLUSH`). So pieces can be compressed in parallel, and one after the other
 * they form one valid stream.
 */
const deflateOptions = {
  level: compressionLevel,
  finishFlush: constants.Z_SYNC_FLUSH,
  chunkSize: 65_536,
};
/** An empty final block, which ends the stream: RFC 1951, 3.2.3 and 3.2.6. */
const endOfStream = Buffer.from([3, 0]);
/** In bytes. Large enough to compress well, and small enough to be written soon. */
const pieceSize = 262_144;
/** The maximum number of pieces that are compressed or wait to be written. More would cost memory without any gain. */
const maximumPendingPieces = 3;

/** Writes a ZIP archive to a file, entry by entry. */
export class ZipWriter {
  readonly #file: FileHandle;
  readonly #options: ZipOptions;
  readonly #entries: EntryInfo[] = [];
  #position = 0;

  constructor(file: FileHandle, options: ZipOptions) {
    this.#file = file;
    this.#options = options;
  }

  /** Begins an entry. The previous entry must have ended. */
  async begin(name: string): Promise<ZipEntryWriter> {
    const info = { name, offset: this.#position, size: 0, compressedSize: 0, crc: 0 };
    // Reserves the space for the header, whose sizes and checksum are known only at the end of the entry.
    await this.#append(createLocalHeader(info, this.#options));
    this.#entries.push(info);
    return new ZipEntryWriter(info, {
      append: (bytes) => this.#append(bytes),
      rewriteHeader: () =>
        writeBytes(this.#file, createLocalHeader(info, this.#options), info.offset),
    });
  }

  /** Writes a whole entry. */
  async add(name: string, text: string): Promise<void> {
    const entry = await this.begin(name);
    entry.add(text);
    await entry.end();
  }

  /** Writes the central directory, which completes the archive. */
  async end(): Promise<void> {
    const start = this.#position;
    for (const info of this.#entries) await this.#append(createCentralHeader(info, this.#options));
    const directory = { start, size: this.#position - start, entries: this.#entries.length };
    await this.#append(createEndOfDirectory(directory, this.#options));
  }

  async #append(bytes: Uint8Array): Promise<void> {
    await writeBytes(this.#file, bytes, this.#position);
    this.#position += bytes.length;
  }
}

interface Archive {
  append: (bytes: Uint8Array) => Promise<void>;
  /** Writes the final header of the entry into the space that was reserved for it. */
  rewriteHeader: () => Promise<void>;
}

/** Writes the content of one entry. */
export class ZipEntryWriter {
  readonly #info: EntryInfo;
  readonly #archive: Archive;
  /** Text is converted to bytes at once, because the garbage collector would copy waiting strings again and again. */
  #piece: Buffer = Buffer.allocUnsafeSlow(pieceSize);
  #usedBytes = 0;
  /** Written pieces, to be reused. */
  readonly #freePieces: Buffer[] = [];
  readonly #pending: { piece: Buffer; compressed: Promise<Uint8Array> }[] = [];

  constructor(info: EntryInfo, archive: Archive) {
    this.#info = info;
    this.#archive = archive;
  }

  /** Whether `drain` should be called before more text is added. */
  get isFull(): boolean {
    return this.#pending.length >= maximumPendingPieces;
  }

  add(text: string): void {
    // A UTF-16 unit takes at most three bytes of UTF-8.
    const maximumBytes = text.length * 3;
    if (maximumBytes > pieceSize - this.#usedBytes) this.#compressPiece();
    if (maximumBytes > this.#piece.length) this.#piece = Buffer.allocUnsafeSlow(maximumBytes);
    this.#usedBytes += this.#piece.write(text, this.#usedBytes);
  }

  /** Writes pending pieces until the entry is no longer full. */
  async drain(): Promise<void> {
    while (this.isFull) await this.#appendOldest();
  }

  async end(): Promise<void> {
    this.#compressPiece();
    while (this.#pending.length > 0) await this.#appendOldest();
    await this.#append(endOfStream);
    await this.#archive.rewriteHeader();
  }

  #compressPiece(): void {
    const piece = this.#piece;
    const bytes = piece.subarray(0, this.#usedBytes);
    this.#info.size += bytes.length;
    this.#info.crc = crc32(bytes, this.#info.crc);
    this.#pending.push({ piece, compressed: deflate(bytes, deflateOptions) });
    this.#piece = this.#freePieces.pop() ?? Buffer.allocUnsafeSlow(pieceSize);
    this.#usedBytes = 0;
  }

  async #appendOldest(): Promise<void> {
    const oldest = this.#pending.shift();
    if (oldest === undefined) return;
    await this.#append(await oldest.compressed);
    // A larger piece was made for one long text and is not used again.
    if (oldest.piece.length === pieceSize) this.#freePieces.push(oldest.piece);
  }

  async #append(bytes: Uint8Array): Promise<void> {
    this.#info.compressedSize += bytes.length;
    await this.#archive.append(bytes);
  }
}

/** Writes all bytes at a position. A single call may write only some of them, for example if the disk is almost full. */
async function writeBytes(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
