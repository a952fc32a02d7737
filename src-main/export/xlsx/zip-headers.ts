/** The records of a ZIP archive: APPNOTE 6.3.10, https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */

/** What an archive says of one of its entries. */
export interface EntryFacts {
  /** In ASCII. */
  name: string;
  /** Of its local header in the file. */
  offset: number;
  size: number;
  packedSize: number;
  crc: number;
}

export interface ZipOptions {
  modifiedAt: Date;
  /** Sizes and offsets from here on are written in 64 bits: 4.3.9.2. */
  zip64From?: number;
}

const wide = 0xffff_ffff;
/** Deflate and, where a size needs 64 bits, Zip64: 4.4.3. */
const versions = { deflate: 20, zip64: 45 };
const deflated = 8;

/**
 * The header before an entry's content: 4.3.7. It always has room for sizes of 64 bits. Where they are not needed the
 * room is what Office leaves in its own packages, a growth hint (4.6.10), which readers pass over.
 */
export function localHeader(facts: EntryFacts, options: ZipOptions): Uint8Array {
  const isWide = isZip64(options, facts.size, facts.packedSize);
  const record = new HeaderBytes()
    .long(0x0403_4b50)
    .short(isWide ? versions.zip64 : versions.deflate)
    .common(facts, options, isWide)
    .short(facts.name.length)
    .short(20)
    .text(facts.name);
  if (isWide) return record.short(1).short(16).huge(facts.size).huge(facts.packedSize).bytes();
  return record.short(0xa220).short(16).short(0xa028).short(0).huge(0).long(0).bytes();
}

/** An entry's record in the directory: 4.3.12. */
export function centralHeader(facts: EntryFacts, options: ZipOptions): Uint8Array {
  const isWide = isZip64(options, facts.size, facts.packedSize, facts.offset);
  const record = new HeaderBytes()
    .long(0x0201_4b50)
    .short(isWide ? versions.zip64 : versions.deflate)
    .short(isWide ? versions.zip64 : versions.deflate)
    .common(facts, options, isWide)
    .short(facts.name.length)
    .short(isWide ? 28 : 0)
    // Comment, disk, attributes.
    .short(0)
    .short(0)
    .short(0)
    .long(0)
    .long(isWide ? wide : facts.offset)
    .text(facts.name);
  if (isWide) {
    record.short(1).short(24).huge(facts.size).huge(facts.packedSize).huge(facts.offset);
  }
  return record.bytes();
}

/** The end of the archive: 4.3.14 to 4.3.16. */
export function endOfDirectory(
  { start, size, entries }: { start: number; size: number; entries: number },
  options: ZipOptions,
): Uint8Array {
  const record = new HeaderBytes();
  const isWide = isZip64(options, start, size);
  if (isWide) {
    record
      .long(0x0606_4b50)
      .huge(44)
      .short(versions.zip64)
      .short(versions.zip64)
      .long(0)
      .long(0)
      .huge(entries)
      .huge(entries)
      .huge(size)
      .huge(start);
    record
      .long(0x0706_4b50)
      .long(0)
      .huge(start + size)
      .long(1);
  }
  return record
    .long(0x0605_4b50)
    .short(0)
    .short(0)
    .short(entries)
    .short(entries)
    .long(isWide ? wide : size)
    .long(isWide ? wide : start)
    .short(0)
    .bytes();
}

function isZip64({ zip64From = wide }: ZipOptions, ...numbers: readonly number[]): boolean {
  return numbers.some((number) => number >= zip64From);
}

/** Numbers and text, one after the other, the lowest byte first. */
class HeaderBytes {
  readonly #parts: Buffer[] = [];

  short(value: number): this {
    const part = Buffer.alloc(2);
    part.writeUInt16LE(value);
    return this.#add(part);
  }

  long(value: number): this {
    const part = Buffer.alloc(4);
    part.writeUInt32LE(value);
    return this.#add(part);
  }

  huge(value: number): this {
    const part = Buffer.alloc(8);
    part.writeBigUInt64LE(BigInt(value));
    return this.#add(part);
  }

  text(value: string): this {
    return this.#add(Buffer.from(value, 'ascii'));
  }

  /** What both headers of an entry have: flags, method, time, checksum and sizes. */
  common({ crc, size, packedSize }: EntryFacts, { modifiedAt }: ZipOptions, isWide: boolean): this {
    const { date, time } = dosTime(modifiedAt);
    return this.short(0)
      .short(deflated)
      .short(time)
      .short(date)
      .long(crc)
      .long(isWide ? wide : packedSize)
      .long(isWide ? wide : size);
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#parts);
  }

  #add(part: Buffer): this {
    this.#parts.push(part);
    return this;
  }
}

/** In steps of two seconds, since 1980: 4.4.6. The format knows no zone. */
function dosTime(moment: Date): { date: number; time: number } {
  const date =
    ((moment.getUTCFullYear() - 1980) << 9) |
    ((moment.getUTCMonth() + 1) << 5) |
    moment.getUTCDate();
  const time =
    (moment.getUTCHours() << 11) | (moment.getUTCMinutes() << 5) | (moment.getUTCSeconds() >> 1);
  return { date, time };
}
