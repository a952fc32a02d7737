import { describe, expect, it } from 'vitest';
import { read, rowsOf } from './test-read.ts';

const id = '1108784378745224565';

describe('a text file', () => {
  it.each([
    ['commas', 'ID,Tên\r\n1,"a, b"\r\n'],
    ['semicolons', 'ID;Tên\r\n1;"a, b"\r\n'],
    ['tabs', 'ID\tTên\n1\ta, b\n'],
    ['a line that names its separator', 'sep=|\r\nID|Tên\r\n1|a, b\r\n'],
    ['semicolons, and commas in a name without quotes', 'ID;Tên\r\n1;a, b\r\n'],
  ])('with %s has the same cells', async (_what, text) => {
    expect(await rowsOf('a.csv', text)).toEqual([
      ['ID', 'Tên'],
      ['1', 'a, b'],
    ]);
  });

  it.each([
    ['ID;Tên\r\n1;Công ty A, B, C\r\n', '1', 'Công ty A, B, C'],
    ['ID;Tên\n1;Một, hai\n2;Ba, bốn\n', '1', 'Một, hai'],
    // The same number of commas in each line, and a title above the headings.
    ['ID;Tên, địa chỉ\n1;Một, hai\n', '1', 'Một, hai'],
    ['Danh sách, tháng 11\nID;Tên\n1;Một\n', 'ID', 'Tên'],
    ['ID\tTên\n1\tA; B, C; D\n2\tE; F, G\n', '1', 'A; B, C; D'],
    ['ID,Tên\n1,A; B\n2,C\n', '1', 'A; B'],
  ])('is split by the separator that all lines agree on: %j', async (text, ...cells) => {
    const rows = await rowsOf('a.csv', text);
    expect(rows?.[1]).toEqual(cells);
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
    expect(await rowsOf('a.csv', 'Note\r\n"=""+84901234567"""\r\n')).toEqual([
      ['Note'],
      ['+84901234567'],
    ]);
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
