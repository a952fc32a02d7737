/**
 * Returns a Windows library that exports these functions and contains no code. NSIS reads the names when it compiles a
 * script that calls them: https://learn.microsoft.com/en-us/windows/win32/debug/pe-format
 */
export function createStubPlugin(name: string, functions: readonly string[]): Buffer {
  const headerSize = 0x200;
  const sectionAddress = 0x1000;
  const section = createExports(name, functions.toSorted(), sectionAddress);
  const file = Buffer.alloc(headerSize + section.length);
  file.write('MZ');
  file.writeUInt32LE(0x40, 0x3c);
  file.write('PE', 0x40);
  const coff = 0x44;
  file.writeUInt16LE(0x14c, coff); // Machine: x86
  file.writeUInt16LE(1, coff + 2); // Sections
  file.writeUInt16LE(0xe0, coff + 16); // Size of the optional header
  file.writeUInt16LE(0x2102, coff + 18); // An executable library for 32 bits
  const optional = coff + 20;
  file.writeUInt16LE(0x10b, optional); // PE32
  file.writeUInt32LE(0x400000, optional + 28); // Image base
  file.writeUInt32LE(sectionAddress, optional + 32); // Section alignment
  file.writeUInt32LE(headerSize, optional + 36); // File alignment
  file.writeUInt32LE(sectionAddress * 2, optional + 56); // Size of the image
  file.writeUInt32LE(headerSize, optional + 60);
  file.writeUInt32LE(16, optional + 92); // Data directories
  file.writeUInt32LE(sectionAddress, optional + 96); // The first one is the exports
  file.writeUInt32LE(section.length, optional + 100);
  const table = optional + 0xe0;
  file.write('.edata', table);
  file.writeUInt32LE(section.length, table + 8);
  file.writeUInt32LE(sectionAddress, table + 12);
  file.writeUInt32LE(section.length, table + 16);
  file.writeUInt32LE(headerSize, table + 20);
  file.writeUInt32LE(0x40000040, table + 36); // Readable data
  section.copy(file, headerSize);
  return file;
}

/** Returns the section with the export directory, its three tables and the names. */
function createExports(name: string, functions: readonly string[], address: number): Buffer {
  const count = functions.length;
  const tables = 40;
  const texts = [`${name}.dll`, ...functions].map((text) => Buffer.from(`${text}\0`, 'latin1'));
  const textsStart = tables + count * 10;
  const section = Buffer.concat([Buffer.alloc(textsStart), ...texts]);
  const starts = texts.map((_, at) =>
    texts.slice(0, at).reduce((sum, text) => sum + text.length, address + textsStart),
  );
  section.writeUInt32LE(starts[0] ?? 0, 12);
  section.writeUInt32LE(1, 16); // First ordinal
  section.writeUInt32LE(count, 20);
  section.writeUInt32LE(count, 24);
  [tables, tables + count * 4, tables + count * 8].forEach((start, at) =>
    section.writeUInt32LE(address + start, 28 + at * 4),
  );
  functions.forEach((_, at) => {
    section.writeUInt32LE(address, tables + at * 4);
    section.writeUInt32LE(starts[at + 1] ?? 0, tables + (count + at) * 4);
    section.writeUInt16LE(at, tables + count * 8 + at * 2);
  });
  return section;
}
