import { expect, it } from 'vitest';
import { columnsOf, countRounded, rowsOfText, seemsToHaveHeadings } from './table-columns.ts';

it.each([
  ['one line is an ordinary search', 'nhà thuốc', null],
  ['one line with an empty one after it', 'nhà thuốc\r\n', null],
  ['a column', '12\r\n13\r\n', [['12'], ['13']]],
  ['lines of other systems', '12\n\n 13\r14', [['12'], ['13'], ['14']]],
  [
    'several columns',
    'a\tb\nc',
    [
      ['a', 'b'],
      ['c', ''],
    ],
  ],
  ['quoted cells', '"Công ty ""An"""\nx', [['Công ty "An"'], ['x']]],
  ['quotes that are part of the text', '"An" và "Bình"\n"x', [['"An" và "Bình"'], ['"x']]],
  [
    'protected digits',
    '="1108784378745224565"\n"=""+84 901"""',
    [['1108784378745224565'], ['+84 901']],
  ],
  [
    'apostrophes before digits and formulas',
    "'12\n'+84 901\n'An'",
    [['12'], ['+84 901'], ["'An'"]],
  ],
  ['a line break in a cell', '"An\nPhát"\r\nx', [['An\nPhát'], ['x']]],
  ['one cell with a line break is an ordinary search', '"An\nPhát"', null],
])('of pasted text, %s', (_what, text, rows) => {
  expect(rowsOfText(text)).toEqual(rows);
});

it('reads a pasted column of any length', () => {
  expect(rowsOfText('x\n'.repeat(200_000))).toHaveLength(200_000);
});

it('counts copied numbers that may have lost digits', () => {
  const rows = [
    ['ID', '1108784378745224565'],
    ['1,10878E+18', '1108784378745220000'],
    ['100000000000000', '0901234567'],
  ];
  expect(countRounded(rows)).toBe(2);
});

it('has the columns that have values', () => {
  const rows = [
    ['ID', '', 'Tên'],
    ['1', '', 'An'],
    ['', '', 'Bình'],
  ];
  expect(columnsOf({ rows })).toEqual([
    { index: 0, heading: 'ID', values: ['1'] },
    { index: 2, heading: 'Tên', values: ['An', 'Bình'] },
  ]);
});

it.each([
  [
    [
      ['ID', 'Tên'],
      ['1', 'An'],
    ],
    true,
  ],
  [[['1108784378745224565'], ['1108784378745224566']], false],
  [[['an.etelecom.vn'], ['binh.etelecom.vn']], false],
  [[['Tên']], false],
])('knows headings: %j', (rows, has) => {
  expect(seemsToHaveHeadings({ rows })).toBe(has);
});
