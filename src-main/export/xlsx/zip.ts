import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';
import { writeFully } from '../write-fully.ts';
import {
  centralHeader,
  endOfDirectory,
  localHeader,
  type EntryFacts,
  type ZipOptions,
} from './zip-headers.ts';

const deflate = promisify(deflateRaw);

/** Packs a sheet about as small as the usual 6 does, in two thirds of the time. */
export const compressionLevel = 3;
/**
 * Level 3 packs a sheet about as small as 6 does, in two thirds of the time. Each piece ends on a byte
 * (`Z_SYNC_FLUSH`), so that pieces packed side by side, on several cores, are one stream when they are put together.
 */
const packing = { level: compressionLevel, finishFlush: constants.Z_SYNC_FLUSH, chunkSize: 65_536 };
/** An empty last block, which ends such a stream: RFC 1951, 3.2.3 and 3.2.6. */
const endOfStream = Buffer.from([3, 0]);
/** In bytes. Large enough to pack well, small enough to be on its way soon. */
const pieceSize = 262_144;
/** How many pieces wait to be written at most. More would gain nothing and hold memory. */
const piecesAtOnce = 3;

/** Writes a ZIP archive into a file, one entry after the other, as fast as the disk takes it. */
export class ZipWriter {
  readonly #file: FileHandle;
  readonly #options: ZipOptions;
  readonly #entries: EntryFacts[] = [];
  #position = 0;

  constructor(file: FileHandle, options: ZipOptions) {
    this.#file = file;
    this.#options = options;
  }

  /** Begins an entry; the one before must have been ended. */
  async begin(name: string): Promise<ZipEntry> {
    const facts = { name, offset: this.#position, size: 0, packedSize: 0, crc: 0 };
    // Its place is kept for the header, which is known when the content is.
    await this.#append(localHeader(facts, this.#options));
    this.#entries.push(facts);
    return new ZipEntry(facts, {
      append: (bytes) => this.#append(bytes),
      seal: () => writeFully(this.#file, localHeader(facts, this.#options), facts.offset),
    });
  }

  /** A whole entry. */
  async add(name: string, text: string): Promise<void> {
    const entry = await this.begin(name);
    entry.add(text);
    await entry.end();
  }

  /** Writes the directory of the entries; the archive is then complete. */
  async end(): Promise<void> {
    const start = this.#position;
    for (const facts of this.#entries) await this.#append(centralHeader(facts, this.#options));
    const directory = { start, size: this.#position - start, entries: this.#entries.length };
    await this.#append(endOfDirectory(directory, this.#options));
  }

  async #append(bytes: Uint8Array): Promise<void> {
    await writeFully(this.#file, bytes, this.#position);
    this.#position += bytes.length;
  }
}

interface Archive {
  append: (bytes: Uint8Array) => Promise<void>;
  /** Writes the header over the place that was kept for it. */
  seal: () => Promise<void>;
}

/** An entry that is being written. */
export class ZipEntry {
  readonly #facts: EntryFacts;
  readonly #archive: Archive;
  /** Text is put straight into bytes: strings that wait would be copied by every round of the garbage collector. */
  #piece: Buffer = Buffer.allocUnsafeSlow(pieceSize);
  #filled = 0;
  readonly #emptied: Buffer[] = [];
  readonly #waiting: { piece: Buffer; packed: Promise<Uint8Array> }[] = [];

  constructor(facts: EntryFacts, archive: Archive) {
    this.#facts = facts;
    this.#archive = archive;
  }

  /** Whether it is time to drain before more is added. */
  get isFull(): boolean {
    return this.#waiting.length >= piecesAtOnce;
  }

  add(text: string): void {
    // A unit of UTF-16 is three bytes of UTF-8 at most.
    const room = text.length * 3;
    if (room > pieceSize - this.#filled) this.#pack();
    if (room > this.#piece.length) this.#piece = Buffer.allocUnsafeSlow(room);
    this.#filled += this.#piece.write(text, this.#filled);
  }

  /** Settles when there is room for more. */
  async drain(): Promise<void> {
    while (this.isFull) await this.#appendOldest();
  }

  async end(): Promise<void> {
    this.#pack();
    while (this.#waiting.length > 0) await this.#appendOldest();
    await this.#append(endOfStream);
    await this.#archive.seal();
  }

  #pack(): void {
    const piece = this.#piece;
    const bytes = piece.subarray(0, this.#filled);
    this.#facts.size += bytes.length;
    this.#facts.crc = crc32(bytes, this.#facts.crc);
    this.#waiting.push({ piece, packed: deflate(bytes, packing) });
    this.#piece = this.#emptied.pop() ?? Buffer.allocUnsafeSlow(pieceSize);
    this.#filled = 0;
  }

  async #appendOldest(): Promise<void> {
    const oldest = this.#waiting.shift();
    if (oldest === undefined) return;
    await this.#append(await oldest.packed);
    // One that was made for a long text is not worth keeping.
    if (oldest.piece.length === pieceSize) this.#emptied.push(oldest.piece);
  }

  async #append(bytes: Uint8Array): Promise<void> {
    this.#facts.packedSize += bytes.length;
    await this.#archive.append(bytes);
  }
}
