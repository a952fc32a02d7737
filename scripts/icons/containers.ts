/** PNG pictures by their width in pixels. */
export type Pictures = ReadonlyMap<number, Buffer>;

/**
 * Encodes a Windows icon: a directory, then the pictures, which may be PNGs since Windows Vista:
 * https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10)
 */
export function encodeIco(pictures: Pictures): Buffer {
  const header = Buffer.alloc(6);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.size, 4);
  let offset = header.length + pictures.size * 16;
  const entries = [...pictures].map(([size, png]) => {
    const entry = Buffer.alloc(16);
    // 256 is written as 0.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...pictures.values()]);
}

/**
 * The types of a macOS icon's pictures by width: https://en.wikipedia.org/wiki/Apple_Icon_Image_format
 * Screens of double density have their own types. macOS scales those down for 16 and 32 pixels at single density.
 */
const icnsTypes: Readonly<Record<number, readonly string[]>> = {
  32: ['ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic13', 'ic08'],
  512: ['ic14', 'ic09'],
  1024: ['ic10'],
};

/**
 * Encodes a macOS icon: chunks of type, length and PNG.
 * @throws Error if macOS has no icon of a picture's width.
 */
export function encodeIcns(pictures: Pictures): Buffer {
  const chunks = [...pictures].flatMap(([size, png]) => {
    const types = icnsTypes[size];
    if (types === undefined) throw new Error(`macOS has no icon ${size} pixels wide`);
    return types.map((type) => chunk(type, png));
  });
  return chunk('icns', Buffer.concat(chunks));
}

function chunk(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(type, 'latin1');
  header.writeUInt32BE(header.length + content.length, 4);
  return Buffer.concat([header, content]);
}
