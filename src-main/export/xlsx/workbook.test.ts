import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Column } from '../columns.ts';
import { tablesOf } from '../test-export.ts';
import { WorkbookWriter } from './workbook.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workbook-'));
  path = join(folder, 'book.xlsx');
});
afterEach(() => rm(folder, { recursive: true }));

const columns: Column<number>[] = [
  { header: 'Number', kind: 'label', cell: (row) => ({ number: row }) },
  { header: 'In words', kind: 'text', cell: (row) => `number ${row}` },
];

async function writeRows(count: number, rowsPerSheet: number, zip64From?: number) {
  const { signal } = new AbortController();
  const properties = {
    title: 'Tenants – <A & B>',
    creator: 'eTelecom Tenants 1.2.3',
    created: new Date('2026-11-23T01:02:03Z'),
  };
  const rows = Array.from({ length: count }, (_, at) => at + 1);
  const batches = [rows.slice(0, 7), rows.slice(7)];
  const file = await open(path, 'wx');
  try {
    const workbook = new WorkbookWriter(file, {
      ...{ properties, signal, rowsPerSheet },
      ...(zip64From !== undefined && { zip64From }),
    });
    await workbook.add({ name: 'Tenants', tableName: 'Tenants', columns, rows: batches });
    await workbook.end();
  } finally {
    await file.close();
  }
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook;
}

describe('a workbook', () => {
  it.each([
    [9, [5, 4]],
    [10, [5, 5]],
    [11, [5, 5, 1]],
  ])('of %i rows, five to a sheet, goes on in further sheets', async (count, lengths) => {
    const { worksheets } = await writeRows(count, 5);
    expect(worksheets.map(({ name, rowCount }) => [name, rowCount - 1])).toEqual(
      lengths.map((length, at) => [at === 0 ? 'Tenants' : `Tenants ${at + 1}`, length]),
    );
    const numbers = worksheets.flatMap((sheet) => sheet.getColumn(1).values.slice(2));
    expect(numbers).toEqual(Array.from({ length: count }, (_, at) => at + 1));
    worksheets.forEach((sheet, at) => {
      expect(sheet.getRow(1).values).toEqual([undefined, 'Number', 'In words']);
      expect(tablesOf(sheet)).toMatchObject([
        {
          name: at === 0 ? 'Tenants' : `Tenants_${at + 1}`,
          range: `A1:B${(lengths[at] ?? 0) + 1}`,
          headers: ['Number', 'In words'],
        },
      ]);
    });
  });

  it('says what it is and who has made it', async () => {
    const { title, creator, created } = await writeRows(1, 5);
    expect({ title, creator, created }).toEqual({
      title: 'Tenants – <A & B>',
      creator: 'eTelecom Tenants 1.2.3',
      created: new Date('2026-11-23T01:02:03Z'),
    });
  });
});

describe('an archive', () => {
  it('whose sizes and places need 64 bits is read like any other', async () => {
    // As if every number from 100 on needed them.
    const { worksheets } = await writeRows(3, 5, 100);
    expect(worksheets[0]?.getColumn(2).values.slice(2)).toEqual([
      'number 1',
      'number 2',
      'number 3',
    ]);
  });
});
