/** The headers of a ZIP archive: APPNOTE 6.3.10, https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */

/** The data about an entry that the archive stores. */
export interface EntryInfo {
  /** In ASCII. */
  name: string;
  /** The position of the entry's local header in the file. */
  offset: number;
  /** The size of the content before it is compressed, in bytes. */
  size: number;
  compressedSize: number;
  crc: number;
}

export interface ZipOptions {
  modifiedAt: Date;
  /** Sizes and offsets from this number on are written with 64 bits (4.3.9.2). Tests use a small number. */
  zip64From?: number;
}

/** The value of a 32-bit field whose number is stored in a 64-bit field instead. */
const zip64Marker = 0xffff_ffff;
/** The versions that a reader must support for Deflate and for Zip64: 4.4.3. */
const versions = { deflate: 20, zip64: 45 };
const deflateMethod = 8;

/**
 * Returns the header before the content of an entry (4.3.7). Its length does not depend on the sizes, so it can be
 * overwritten when they are known. If the space for 64-bit sizes is not needed, it contains a growth hint (4.6.10), as in
 * the files of Office. Readers ignore that hint.
 */
export function createLocalHeader(entry: EntryInfo, options: ZipOptions): Uint8Array {
  const isZip64 = needsZip64(options, entry.size, entry.compressedSize);
  const bytes = new HeaderBytes()
    .uint32(0x0403_4b50)
    .uint16(isZip64 ? versions.zip64 : versions.deflate)
    .entryFields(entry, options, isZip64)
    .uint16(entry.name.length)
    .uint16(20)
    .text(entry.name);
  if (isZip64) {
    return bytes.uint16(1).uint16(16).uint64(entry.size).uint64(entry.compressedSize).toBytes();
  }
  return bytes.uint16(0xa220).uint16(16).uint16(0xa028).uint16(0).uint64(0).uint32(0).toBytes();
}

/** Returns the header of an entry in the central directory (4.3.12). */
export function createCentralHeader(entry: EntryInfo, options: ZipOptions): Uint8Array {
  const isZip64 = needsZip64(options, entry.size, entry.compressedSize, entry.offset);
  const bytes = new HeaderBytes()
    .uint32(0x0201_4b50)
    .uint16(isZip64 ? versions.zip64 : versions.deflate)
    .uint16(isZip64 ? versions.zip64 : versions.deflate)
    .entryFields(entry, options, isZip64)
    .uint16(entry.name.length)
    .uint16(isZip64 ? 28 : 0)
    // Length of the comment, number of the disk, internal and external attributes.
    .uint16(0)
    .uint16(0)
    .uint16(0)
    .uint32(0)
    .uint32(isZip64 ? zip64Marker : entry.offset)
    .text(entry.name);
  if (isZip64) {
    bytes.uint16(1).uint16(24).uint64(entry.size).uint64(entry.compressedSize).uint64(entry.offset);
  }
  return bytes.toBytes();
}

/** Returns the end of the archive (4.3.14 to 4.3.16). @param directory describes the central directory. */
export function createEndOfDirectory(
  directory: { start: number; size: number; entries: number },
  options: ZipOptions,
): Uint8Array {
  const { start, size, entries } = directory;
  const bytes = new HeaderBytes();
  const isZip64 = needsZip64(options, start, size);
  if (isZip64) {
    bytes
      .uint32(0x0606_4b50)
      .uint64(44)
      .uint16(versions.zip64)
      .uint16(versions.zip64)
      .uint32(0)
      .uint32(0)
      .uint64(entries)
      .uint64(entries)
      .uint64(size)
      .uint64(start);
    bytes
      .uint32(0x0706_4b50)
      .uint32(0)
      .uint64(start + size)
      .uint32(1);
  }
  return bytes
    .uint32(0x0605_4b50)
    .uint16(0)
    .uint16(0)
    .uint16(entries)
    .uint16(entries)
    .uint32(isZip64 ? zip64Marker : size)
    .uint32(isZip64 ? zip64Marker : start)
    .uint16(0)
    .toBytes();
}

function needsZip64(
  { zip64From = zip64Marker }: ZipOptions,
  ...numbers: readonly number[]
): boolean {
  return numbers.some((number) => number >= zip64From);
}

/** Collects numbers, in little-endian byte order, and texts. */
class HeaderBytes {
  readonly #parts: Buffer[] = [];

  uint16(value: number): this {
    const part = Buffer.alloc(2);
    part.writeUInt16LE(value);
    return this.#add(part);
  }

  uint32(value: number): this {
    const part = Buffer.alloc(4);
    part.writeUInt32LE(value);
    return this.#add(part);
  }

  uint64(value: number): this {
    const part = Buffer.alloc(8);
    part.writeBigUInt64LE(BigInt(value));
    return this.#add(part);
  }

  text(value: string): this {
    return this.#add(Buffer.from(value, 'ascii'));
  }

  /** Adds the fields that both headers of an entry contain: flags, method, time, checksum and sizes. */
  entryFields(
    { crc, size, compressedSize }: EntryInfo,
    { modifiedAt }: ZipOptions,
    isZip64: boolean,
  ): this {
    const { date, time } = toDosTime(modifiedAt);
    return this.uint16(0)
      .uint16(deflateMethod)
      .uint16(time)
      .uint16(date)
      .uint32(crc)
      .uint32(isZip64 ? zip64Marker : compressedSize)
      .uint32(isZip64 ? zip64Marker : size);
  }

  toBytes(): Uint8Array {
    return Buffer.concat(this.#parts);
  }

  #add(part: Buffer): this {
    this.#parts.push(part);
    return this;
  }
}

/** The first and the last time that the format of ZIP can express. The clock of a computer can be wrong. */
const dosTimes = { first: Date.UTC(1980, 0, 1), last: Date.UTC(2107, 11, 31, 23, 59, 58) };

/** Returns a date and time in the format of ZIP (4.4.6): in steps of two seconds, since 1980, without a time zone. */
function toDosTime(now: Date): { date: number; time: number } {
  const modifiedAt = new Date(Math.min(dosTimes.last, Math.max(dosTimes.first, now.getTime())));
  const date =
    ((modifiedAt.getUTCFullYear() - 1980) << 9) |
    ((modifiedAt.getUTCMonth() + 1) << 5) |
    modifiedAt.getUTCDate();
  const time =
    (modifiedAt.getUTCHours() << 11) |
    (modifiedAt.getUTCMinutes() << 5) |
    (modifiedAt.getUTCSeconds() >> 1);
  return { date, time };
}
