import { pathToFileURL } from 'node:url';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, inject, it } from 'vitest';
import type { ResourceLimits } from 'node:worker_threads';
import { readTable, startTableWorker } from './read-table.ts';

const id = '1108784378745224565';

interface Options {
  resourceLimits?: ResourceLimits;
  timeoutMilliseconds?: number;
  signal?: AbortSignal;
}

function read(name: string, bytes: Uint8Array | string, options: Options = {}) {
  const entry = pathToFileURL(inject('tableWorkerFile'));
  const { resourceLimits, signal = new AbortController().signal, timeoutMilliseconds } = options;
  return readTable(
    { name, bytes: Buffer.from(bytes) },
    {
      start: (file) => startTableWorker(entry, file, resourceLimits),
      log: () => undefined,
      ...(timeoutMilliseconds !== undefined && { timeoutMilliseconds }),
    },
    signal,
  );
}

async function rowsOf(name: string, bytes: Uint8Array | string) {
  const { sheets } = await read(name, bytes);
  return sheets[0]?.rows;
}

type SheetRows = Record<string, readonly (readonly ExcelJS.CellValue[])[]>;

async function createWorkbook(sheets: SheetRows): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
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

  it('counts numbers that have lost digits, and never invents any', async () => {
    const bytes = await createWorkbook({
      A: [['ID'], [Number(id)], [123_456_789_012_345], [1e6], [-1.5]],
    });
    const { sheets } = await read('a.xlsx', bytes);
    expect(sheets[0]?.roundedNumbers).toBe(1);
    const [, [rounded] = [], ...others] = sheets[0]?.rows ?? [];
    expect(rounded).toMatch(/E\+18$/i);
    expect(others).toEqual([['123456789012345'], ['1000000'], ['-1.5']]);
  });

  it('keeps the digits of an id that a program wrote as a number', async () => {
    const bytes = await createWorkbook({ A: [[12_345]] });
    const parts = unzipSync(bytes);
    const path = 'xl/worksheets/sheet1.xml';
    const sheet = strFromU8(parts[path] ?? new Uint8Array()).replace('12345', id);
    const changed = zipSync({ ...parts, [path]: strToU8(sheet) });
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

  it('that needs too much memory or time ends only its thread', async () => {
    const row = (at: number) => [id, `Tenant ${at}`, `note ${at}`.repeat(80)];
    const bytes = await createWorkbook({ A: Array.from({ length: 20_000 }, (_, at) => row(at)) });
    const resourceLimits = { maxOldGenerationSizeMb: 16 };
    const little = await createWorkbook({ A: [['a']] });
    expect(await read('a.xlsx', little, { resourceLimits })).toMatchObject({ sheets: [{}] });
    await expect(read('a.xlsx', bytes, { resourceLimits })).rejects.toMatchObject({
      code: 'table_too_large',
      cause: { code: 'ERR_WORKER_OUT_OF_MEMORY' },
    });
    await expect(read('a.xlsx', bytes, { timeoutMilliseconds: 1 })).rejects.toMatchObject({
      code: 'table_too_large',
    });
  });

  it('is not read any further once the caller cancels', async () => {
    const abort = new AbortController();
    const reading = read('a.csv', 'a', { signal: abort.signal });
    abort.abort();
    await expect(reading).rejects.toBe(abort.signal.reason);
  });
});

describe('a text file', () => {
  it.each([
    ['commas', 'ID,Tên\r\n1,"a, b"\r\n'],
    ['semicolons', 'ID;Tên\r\n1;"a, b"\r\n'],
    ['tabs', 'ID\tTên\n1\ta, b\n'],
    ['a line that names its separator', 'sep=|\r\nID|Tên\r\n1|a, b\r\n'],
  ])('with %s has the same cells', async (_what, text) => {
    expect(await rowsOf('a.csv', text)).toEqual([
      ['ID', 'Tên'],
      ['1', 'a, b'],
    ]);
  });

  it.each([
    ['UTF-8 with a mark', Buffer.from('\ufeffTên\nHà Nội')],
    ['UTF-16, as Excel saves Unicode text', Buffer.from('\ufeffTên\nHà Nội', 'utf16le')],
    ['UTF-16 of the other order', Buffer.from('\ufeffTên\nHà Nội', 'utf16le').swap16()],
  ])('in %s keeps Vietnamese letters', async (_what, bytes) => {
    expect(await rowsOf('a.txt', bytes)).toEqual([['Tên'], ['Hà Nội']]);
  });

  it('in the Vietnamese code page of Windows is decoded', async () => {
    // ê, and ộ as ô with a combining mark below.
    const bytes = Buffer.from([0x54, 0xea, 0x6e, 0x0a, 0x4e, 0xf4, 0xf2, 0x69]);
    const rows = await rowsOf('a.csv', bytes);
    expect(rows?.flat().map((cell) => cell.normalize('NFC'))).toEqual(['Tên', 'Nội']);
  });

  it('with rows of different lengths has equal ones', async () => {
    expect(await rowsOf('a.csv', 'a,b\n1\n\n2,3,,\n')).toEqual([
      ['a', 'b'],
      ['1', ''],
      ['2', '3'],
    ]);
  });

  it('with protected ids has the ids', async () => {
    expect(await rowsOf('a.csv', `ID\r\n"=""${id}"""\r\n`)).toEqual([['ID'], [id]]);
  });

  it('with too many rows is refused', async () => {
    await expect(read('a.csv', 'a\n'.repeat(100_001))).rejects.toMatchObject({
      code: 'table_too_large',
    });
  });

  it('without values is refused', async () => {
    await expect(read('a.csv', ' \n\n')).rejects.toMatchObject({ code: 'table_empty' });
  });
});

it('reads the cells that another program wrote', { timeout: 120_000 }, async () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.trim());
  const row = fc.tuple(fc.constantFrom(id, 'x'), cell, cell);
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
      const bytes = await createWorkbook({ A: rows });
      // XML has no control characters, and line ends of another form.
      fc.pre(!/[\p{C}\u2028]/u.test(rows.flat().join('')));
      expect((await rowsOf('a.xlsx', bytes))?.map(([first]) => first)).toEqual(
        rows.map(([first]) => first),
      );
    }),
    { numRuns: 15 },
  );
});
