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

/** Returns the workbook with one part changed. */
function changePart(bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const before = strFromU8(parts[path] ?? new Uint8Array());
  return zipSync({ ...parts, [path]: strToU8(change(before)) });
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

it.each([
  ['rows', '<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'],
  ['cells of a row', '<row r="1"><c r="B1"><v>3</v></c><c r="A1"><v>1</v></c></row>'],
])('%s in the wrong order are sorted', async (_, rows) => {
  const cells = await rowsOf('a.xlsx', await createWorkbook(rows));
  expect(cells?.flat()).toEqual(['1', '3']);
});

it('rows with the number of another row, or with an invalid one, are read', async () => {
  const bytes = await createWorkbook(
    [
      `<row r="0">${text('A0', 'a')}${text('B0', 'b')}</row>`,
      `<row r="1">${text('A1', 'c')}</row>`,
      `<row r="1">${text('A1', 'd')}${text('C7', 'e')}</row>`,
      '<row r="1"/>',
      `<row r="2">${text('$B$2', 'f')}${text('c2', 'g')}</row>`,
    ].join(''),
  );
  expect(await rowsOf('a.xlsx', bytes)).toEqual([
    ['a', 'b', ''],
    ['c', '', ''],
    ['d', '', 'e'],
    ['', 'f', 'g'],
  ]);
});

it('a sheet with two values for a cell is refused', async () => {
  const bytes = await createWorkbook(`<row r="1">${text('A1', 'a')}${text('A1', 'b')}</row>`);
  await expect(read('a.xlsx', bytes)).rejects.toMatchObject({ code: 'table_unreadable' });
});

it('a comment is not a cell, and neither is what is not below the cells', async () => {
  const bytes = changePart(
    await createWorkbook(`<row r="1"><!-- <c r="A1"/> -->${text('A1', 'a')}</row>`),
    sheetPath,
    (xml) => xml.replace('</sheetData>', '</sheetData><from><xdr:row r="0">5</xdr:row></from>'),
  );
  expect(await rowsOf('a.xlsx', bytes)).toEqual([['a']]);
});

it.each([
  ['all elements', (xml: string) => xml.replaceAll(/<(\/?)([a-z])/gi, '<$1x:$2')],
  ['no element', (xml: string) => xml],
])('a workbook with a prefix in %s has the same values', async (_, prefixed) => {
  const bytes = await createWorkbook(
    [
      `<row>${text('A1', 'a')}<c s="1"><v>45000</v></c><c s="1"><v>${id}</v></c></row>`,
      '<row><c t="s"><v>99</v></c><c t="d"><v>soon</v></c><c t="d"><v>2026-11-27T23:59:59</v></c></row>',
    ].join(''),
    true,
  );
  const parts = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', sheetPath];
  const changed = parts.reduce((file, part) => changePart(file, part, prefixed), bytes);
  expect(await rowsOf('a.xlsx', changed)).toEqual([
    ['a', '2027-03-16', id],
    ['', '', '2026-11-27'],
  ]);
});

describe('a cell with a text of the workbook', () => {
  const rows = `<row r="1">${text('A1', 'a')}${[0, 1, 2].map((at) => `<c t="s"><v>${at}</v></c>`).join('')}${text('E1', 'e')}</row>`;
  const stringsPath = 'xl/sharedStrings.xml';

  it('is empty if there is no such text', async () => {
    const strings = '<sst><!-- <si/> --><si><t>b</t></si><si/></sst>';
    const bytes = changePart(await createWorkbook(rows), stringsPath, () => strings);
    expect(await rowsOf('a.xlsx', bytes)).toEqual([['a', 'b', '', '', 'e']]);
  });

  it('is empty if the workbook has no texts', async () => {
    const { [stringsPath]: _, ...parts } = unzipSync(await createWorkbook(rows));
    expect(await rowsOf('a.xlsx', zipSync(parts))).toEqual([['a', '', '', '', 'e']]);
  });

  it('is not read without its text if the texts are in an unexpected place', async () => {
    const { [stringsPath]: strings = new Uint8Array(), ...parts } = unzipSync(
      await createWorkbook(rows),
    );
    const bytes = zipSync({ ...parts, 'xl/SharedStrings.xml': strings });
    await expect(read('a.xlsx', bytes)).rejects.toMatchObject({ code: 'table_unreadable' });
  });
});

it('a date with a format that the workbook does not have is a number', async () => {
  const row = '<row r="1"><c r="A1" s="99"><v>45000</v></c><c r="B1" s="1"><v>45000</v></c></row>';
  expect(await rowsOf('a.xlsx', await createWorkbook(row))).toEqual([['45000', '2023-03-15']]);
});

it('a workbook that counts from 1904 can state it in words', async () => {
  const row = '<row r="1"><c r="A1" s="1"><v>0</v></c></row>';
  const bytes = changePart(await createWorkbook(row, true), 'xl/workbook.xml', (xml) =>
    xml.replace('date1904="1"', 'date1904="true"'),
  );
  expect(await rowsOf('a.xlsx', bytes)).toEqual([['1904-01-01']]);
});

describe('a sheet that is not of cells', () => {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

  /** Returns a workbook with one more sheet, which comes first. */
  async function addSheet(type: string): Promise<Uint8Array> {
    const bytes = await createWorkbook(`<row r="1">${text('A1', 'a')}</row>`);
    const withEntry = changePart(bytes, 'xl/workbook.xml', (xml) =>
      xml.replace('<sheets>', '<sheets><sheet name="B" sheetId="7" state="hidden" r:id="other"/>'),
    );
    return changePart(withEntry, 'xl/_rels/workbook.xml.rels', (xml) =>
      xml.replace(
        '</Relationships>',
        `<Relationship Id="other" Type="${type}" Target="others/sheet1.xml"/></Relationships>`,
      ),
    );
  }

  it.each([
    `${office}/chartsheet`,
    `${office}/dialogsheet`,
    'http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet',
    'http://schemas.microsoft.com/office/2006/relationships/xlIntlMacrosheet',
  ])('is left out: %s', async (type) => {
    expect(await read('a.xlsx', await addSheet(type))).toEqual({
      sheets: [{ name: 'A', rows: [['a']], roundedNumbers: 0 }],
    });
  });

  it('is not left out if it is one of cells that is missing', async () => {
    await expect(read('a.xlsx', await addSheet(`${office}/worksheet`))).rejects.toMatchObject({
      code: 'table_unreadable',
    });
  });
});
