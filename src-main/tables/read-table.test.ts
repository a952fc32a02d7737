import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Worker } from 'node:worker_threads';
import { readTable } from './read-table.ts';
import { read, rowsOf } from './test-read.ts';

const id = '1108784378745224565';

type SheetRows = Record<string, readonly (readonly ExcelJS.CellValue[])[]>;

async function createWorkbook(sheets: SheetRows): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

type Unzipped = ReturnType<typeof unzipSync>;

/** Returns the workbook with changed parts. */
function changeParts(bytes: Uint8Array, change: (parts: Unzipped) => Unzipped): Uint8Array {
  return zipSync(change(unzipSync(bytes)));
}

function replaceIn(parts: Unzipped, path: string, from: string, to: string): Unzipped {
  const text = strFromU8(parts[path] ?? new Uint8Array());
  expect(text).toContain(from);
  return { ...parts, [path]: strToU8(text.replace(from, to)) };
}

describe('a workbook', () => {
  it('has the texts of its cells, with all digits of an id', async () => {
    const bytes = await createWorkbook({
      Empty: [],
      Khách: [
        ['ID', 'Tên', 'Ngày', 'Gọi'],
        [id, '  Nhà thuốc Tùng Cường ', new Date('2026-11-02T00:00:00Z'), true],
        [],
        [42, '', null, false],
      ],
    });
    expect(await read('a.xlsx', bytes)).toEqual({
      sheets: [
        {
          name: 'Khách',
          rows: [
            ['ID', 'Tên', 'Ngày', 'Gọi'],
            [id, 'Nhà thuốc Tùng Cường', '2026-11-02', 'TRUE'],
            ['42', '', '', 'FALSE'],
          ],
          roundedNumbers: 0,
        },
      ],
    });
  });

  it('counts numbers that may have lost digits, and never changes any', async () => {
    const bytes = await createWorkbook({
      A: [['ID'], [12_345], [123_456_789_012_345], [1e6], [-1.5], [`${id.slice(0, -2)}00`]],
      B: [[12_345]],
    });
    const withNumber = (at: number, number: string) => (parts: Unzipped) =>
      replaceIn(parts, `xl/worksheets/sheet${at}.xml`, '12345', number);
    const changed = changeParts(bytes, (parts) =>
      withNumber(2, '1.108784378745225E+18')(withNumber(1, '1108784378745224600')(parts)),
    );
    expect(await read('a.xlsx', changed)).toEqual({
      sheets: [
        {
          name: 'A',
          rows: [
            ...[['ID'], ['1108784378745224600'], ['123456789012345'], ['1000000'], ['-1.5']],
            ['1108784378745224500'],
          ],
          roundedNumbers: 1,
        },
        { name: 'B', rows: [['1.108784378745225E+18']], roundedNumbers: 1 },
      ],
    });
  });

  it('keeps the digits of an id that a program wrote as a number', async () => {
    const bytes = await createWorkbook({ A: [[12_345]] });
    const changed = changeParts(bytes, (parts) =>
      replaceIn(parts, 'xl/worksheets/sheet1.xml', '12345', id),
    );
    expect(await read('a.xlsx', changed)).toMatchObject({
      sheets: [{ rows: [[id]], roundedNumbers: 0 }],
    });
  });

  it('has the saved result of a formula, which is not evaluated', async () => {
    const bytes = await createWorkbook({ A: [['a'], [{ formula: '1+1', result: 7 }]] });
    expect(await rowsOf('a.xlsx', bytes)).toEqual([['a'], ['7']]);
  });

  it('is recognized by its content, not by its name', async () => {
    const bytes = await createWorkbook({ A: [['a']] });
    expect(await rowsOf('a.csv', bytes)).toEqual([['a']]);
    await expect(read('a.xlsx', 'a,b')).rejects.toMatchObject({ code: 'table_unreadable' });
  });

  it.each([
    ['a truncated archive', 'table_unreadable', (bytes: Uint8Array) => bytes.slice(0, 900)],
    ['an archive without a workbook', 'table_unreadable', () => zipSync({ a: strToU8('b') })],
    [
      'an old or encrypted workbook',
      'table_not_supported',
      () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    ],
    ['an empty workbook', 'table_empty', () => createWorkbook({ A: [] })],
  ])('that is %s is refused', async (_what, code, make) => {
    const bytes = await make(await createWorkbook({ A: [['a']] }));
    await expect(read('a.xlsx', bytes)).rejects.toMatchObject({ code });
  });

  it('that is a zip bomb is refused before it is decompressed', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(300_000_000) });
    expect(bomb.length).toBeLessThan(400_000);
    await expect(
      read('a.xlsx', bomb, { resourceLimits: { maxOldGenerationSizeMb: 64 } }),
    ).rejects.toMatchObject({ code: 'table_too_large' });
  });

  it('is not decompressed beyond the sizes that it states', async () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => [`${id} ${at}`]);
    const bytes = Buffer.from(await createWorkbook({ A: rows }));
    expect(await rowsOf('a.xlsx', bytes)).toHaveLength(5_000);
    const name = Buffer.from('xl/worksheets/sheet1.xml');
    // The last entry with this name is that of the directory at the end, which has the size in bytes 24 to 27.
    const entry = bytes.lastIndexOf(name) - 46;
    expect(bytes.readUInt32LE(entry)).toBe(0x02_01_4b_50);
    expect(bytes.readUInt32LE(entry + 24)).toBeGreaterThan(100_000);
    bytes.writeUInt32LE(1_000, entry + 24);
    await expect(read('a.xlsx', bytes)).rejects.toMatchObject({ code: 'table_unreadable' });
  });

  it('has limits for all sheets together', async () => {
    const sheet = Array.from({ length: 50_001 }, () => ['a']);
    const half = await createWorkbook({ A: sheet, B: [['a']] });
    expect((await read('a.xlsx', half)).sheets).toHaveLength(2);
    const both = await createWorkbook({ A: sheet, B: sheet });
    await expect(read('a.xlsx', both)).rejects.toMatchObject({ code: 'table_too_large' });
  });

  it.each([
    ['memory', 60_000, 'const all = []; for (;;) all.push(new Array(100_000).fill(0));'],
    ['time', 100, 'for (;;);'],
  ])('that needs too much %s ends only its thread', async (_what, timeoutMilliseconds, endless) => {
    // Not with a file, because the computer decides which file exceeds the limits.
    const resourceLimits = { maxOldGenerationSizeMb: 16 };
    const start = () => new Worker(endless, { eval: true, resourceLimits });
    const parts = { start, log: () => undefined, timeoutMilliseconds };
    const file = { name: 'a.xlsx', bytes: Buffer.alloc(0) };
    const reading = readTable(file, parts, new AbortController().signal);
    await expect(reading).rejects.toMatchObject({ code: 'table_too_large' });
  });

  it('is not read any further once the caller cancels', async () => {
    const abort = new AbortController();
    const reading = read('a.csv', 'a', { signal: abort.signal });
    abort.abort();
    await expect(reading).rejects.toBe(abort.signal.reason);
  });
});

it('reads the cells that another program wrote', { timeout: 120_000 }, async () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    // XML has no control characters, and line ends of another form.
    .filter((text) => !/[\p{C}\u2028]/u.test(text))
    .map((text) => text.trim());
  const row = fc.tuple(fc.constantFrom(id, 'x'), cell, cell);
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
      const bytes = await createWorkbook({ A: rows });
      // Columns without values at the end are left out.
      const columns =
        1 + Math.max(...rows.map((cells) => cells.findLastIndex((text) => text !== '')));
      expect(await rowsOf('a.xlsx', bytes)).toEqual(rows.map((cells) => cells.slice(0, columns)));
    }),
    { numRuns: 15 },
  );
});
