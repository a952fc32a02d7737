import { open } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { prepareTestFolder } from '../../files/test-folder.ts';
import type { Column } from '../sheets/column.ts';
import { getTables } from './test-workbook-reader.ts';
import { WorkbookWriter } from './workbook-writer.ts';

const folder = prepareTestFolder();

const columns: Column<number>[] = [
  { header: 'Number', kind: 'label', cell: (row) => ({ number: row }) },
  { header: 'In words', kind: 'text', cell: (row) => `number ${row}` },
];

/** Writes a workbook with one row for each number from 1 to `count`, and reads it with exceljs. */
async function writeAndRead(count: number, rowsPerSheet: number, zip64From?: number) {
  const { signal } = new AbortController();
  const properties = {
    title: 'Tenants – <A & B>',
    creator: 'eTelecom Tenants 1.2.3',
    created: new Date('2026-11-23T01:02:03Z'),
  };
  const rows = Array.from({ length: count }, (_, index) => index + 1);
  const batches = [rows.slice(0, 7), rows.slice(7)];
  const path = folder.join('book.xlsx');
  const file = await open(path, 'wx');
  try {
    const writer = new WorkbookWriter(file, {
      ...{ properties, dateFormat: 'regional', signal, rowsPerSheet },
      ...(zip64From !== undefined && { zip64From }),
    });
    await writer.add({ name: 'Tenants', tableName: 'Tenants', columns, rows: batches });
    await writer.end();
  } finally {
    await file.close();
  }
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook;
}

describe('WorkbookWriter', () => {
  it.each([
    [9, [5, 4]],
    [10, [5, 5]],
    [11, [5, 5, 1]],
  ])('with a limit of 5 rows, writes %i rows to sheets of %j rows', async (count, lengths) => {
    const { worksheets } = await writeAndRead(count, 5);
    expect(worksheets.map(({ name, rowCount }) => [name, rowCount - 1])).toEqual(
      lengths.map((length, index) => [index === 0 ? 'Tenants' : `Tenants ${index + 1}`, length]),
    );
    const numbers = worksheets.flatMap((sheet) => sheet.getColumn(1).values.slice(2));
    expect(numbers).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    worksheets.forEach((sheet, index) => {
      expect(sheet.getRow(1).values).toEqual([undefined, 'Number', 'In words']);
      expect(getTables(sheet)).toMatchObject([
        {
          name: index === 0 ? 'Tenants' : `Tenants_${index + 1}`,
          range: `A1:B${(lengths[index] ?? 0) + 1}`,
          headers: ['Number', 'In words'],
        },
      ]);
    });
  });

  it('writes the document properties', async () => {
    const { title, creator, created } = await writeAndRead(1, 5);
    expect({ title, creator, created }).toEqual({
      title: 'Tenants – <A & B>',
      creator: 'eTelecom Tenants 1.2.3',
      created: new Date('2026-11-23T01:02:03Z'),
    });
  });

  it('writes an archive with 64-bit sizes and offsets that can be read', async () => {
    // Sizes and offsets from 100 on are written with 64 bits.
    const { worksheets } = await writeAndRead(3, 5, 100);
    expect(worksheets[0]?.getColumn(2).values.slice(2)).toEqual([
      'number 1',
      'number 2',
      'number 3',
    ]);
  });
});
