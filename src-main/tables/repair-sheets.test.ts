import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { read, rowsOf } from './test-read.ts';

const id = '1108213456789012345';

const sheetPath = 'xl/worksheets/sheet1.xml';

/** Returns a workbook of the rows of `xml`, in which the style 1 is that of a date. */
async function createWorkbook(xml: string, isSince1904 = false): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.properties.date1904 = isSince1904;
  const cell = workbook.addWorksheet('A').getCell('A1');
  cell.value = 1;
  cell.numFmt = 'yyyy-mm-dd';
  const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  const sheet = strFromU8(parts[sheetPath] ?? new Uint8Array());
  const rows = `<sheetData>${xml}</sheetData>`;
  const changed = sheet.replace(/<sheetData>.*<\/sheetData>/s, rows);
  expect(changed).toContain(rows);
  return zipSync({ ...parts, [sheetPath]: strToU8(changed) });
}

const text = (at: string, value: string) => `<c r="${at}" t="str"><v>${value}</v></c>`;

describe('a cell that is formatted as a date', () => {
  it.each([
    ['0.5', '0.5'],
    ['60', '60'],
    ['61', '1900-03-01'],
    ['45000.5', '2023-03-15'],
    ['2958465.9', '9999-12-31'],
    ['2958466', '2958466'],
    ['-1', '-1'],
    ['1e300', '1e300'],
    [id, id],
    ['none', 'none'],
  ])('with the number %s is %s', async (number, expected) => {
    const row = `<row r="1">${text('A1', 'a')}<c r="B1" s="1"><v>${number}</v></c></row>`;
    expect(await rowsOf('a.xlsx', await createWorkbook(row))).toEqual([['a', expected]]);
  });

  it.each([
    ['0', '1904-01-01'],
    ['2957003', '9999-12-31'],
    ['2957004', '2957004'],
  ])('in a workbook since 1904 with the number %s is %s', async (number, expected) => {
    const row = `<row r="1"><c r="A1" s="1"><v>${number}</v></c></row>`;
    expect(await rowsOf('a.xlsx', await createWorkbook(row, true))).toEqual([[expected]]);
  });

  it.each([
    ['2026-11-27', '2026-11-27'],
    ['2026-11-27T00:00:00', '2026-11-27'],
    ['2026-11-27T23:59:59Z', '2026-11-27'],
    ['+012026-11-27T00:00:00Z', '+012026-11-27T00:00:00Z'],
    ['soon', ''],
    ['', ''],
  ])('and has the type of a date with %j is %j', async (written, expected) => {
    const row = `<row r="1">${text('A1', 'a')}<c r="B1" s="1" t="d"><v>${written}</v></c>${text('C1', 'c')}</row>`;
    expect(await rowsOf('a.xlsx', await createWorkbook(row))).toEqual([['a', expected, 'c']]);
  });
});

it.each([
  ['a text that is not in the workbook', '<c r="B1" t="s"><v>first</v></c>'],
  ['neither true nor false', '<c r="B1" t="b"><v>maybe</v></c>'],
  ['an error without its name', '<c r="B1" t="e"/>'],
  ['of an unknown type', '<c r="B1" t="image"><v>7</v></c>'],
])('a cell that is %s is empty', async (_, cell) => {
  const row = `<row r="1">${text('A1', 'a')}${cell}${text('C1', 'c')}</row>`;
  expect(await rowsOf('a.xlsx', await createWorkbook(row))).toEqual([['a', '', 'c']]);
});

it('cells and rows without references follow each other', async () => {
  const cell = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const bytes = await createWorkbook(
    [
      `<row>${cell('a')}<c/>${cell('c')}</row>`,
      `<row spans="1:3"><c r="C2" t="b"><v>1</v></c>${cell('d')}</row>`,
      `<row r="9">${cell('e')}</row>`,
      `<row><c><v>${id}</v></c></row>`,
    ].join('\n'),
  );
  expect(await rowsOf('a.xlsx', bytes)).toEqual([
    ['a', '', 'c', ''],
    ['', '', 'TRUE', 'd'],
    ['e', '', '', ''],
    [id, '', '', ''],
  ]);
});

it('a wide sheet without references has all columns', async () => {
  const columns = Array.from({ length: 100 }, (_, at) => `${at + 1}`);
  const row = `<row>${columns.map((each) => `<c><v>${each}</v></c>`).join('')}</row>`;
  const { sheets } = await read('a.xlsx', await createWorkbook(row));
  expect(sheets).toEqual([{ name: 'A', rows: [columns], roundedNumbers: 0 }]);
});
