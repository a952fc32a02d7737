import { expect, it } from 'vitest';
import { columnsOf } from '../matching/table-columns.ts';
import { guessColumns, type ColumnMapping } from './guess-columns.ts';

const id = '1108784378745224565';
const none = { ownerName: null, tags: null, note: null };

it.each<[string, string[][], Partial<ColumnMapping>]>([
  [
    'the English sheet of this app',
    [
      ['Name', 'Owner ID', 'Owner name', 'Star', 'Tags', 'Note', 'Domain', 'ID'],
      ['An', '1001', 'Anh Minh', '★', 'VIP', 'call', 'an.vn', id],
    ],
    { tenant: 6, ownerName: 2, tags: 4, note: 5 },
  ],
  [
    'the Vietnamese sheet of this app',
    [
      ['Tên tổng đài', 'ID chủ sở hữu', 'Tên chủ sở hữu', 'Nhãn', 'Ghi chú', 'ID'],
      ['An', '1001', 'Anh Minh', 'VIP', 'gọi', id],
    ],
    { tenant: 5, ownerName: 2, tags: 3, note: 4 },
  ],
  [
    'headings in upper case, without accents',
    [
      ['GHI CHU', 'TEN MIEN', 'KHACH HANG'],
      ['gọi', 'an.vn', 'Anh Minh'],
    ],
    { tenant: 1, ownerName: 2, note: 0 },
  ],
  [
    'unknown headings, by the values',
    [
      ['Nhân viên', 'ID kết nối', 'Tổng đài'],
      ['Bình', '1208784378745224565', id],
    ],
    { tenant: 2 },
  ],
  [
    'an owner whose names are ids',
    [
      ['ID', 'Owner'],
      [id, '1001'],
    ],
    { tenant: 0 },
  ],
  ['nothing that can be known', [['Xin'], ['chào']], { tenant: 0 }],
])('knows the columns of %s', (_what, rows, mapping) => {
  expect(guessColumns(columnsOf({ rows }), true)).toEqual({ ...none, ...mapping });
});

it('goes by the values alone if there are no headings', () => {
  const rows = [
    ['Note', 'an.etelecom.vn'],
    ['a', 'binh.etelecom.vn'],
  ];
  expect(guessColumns(columnsOf({ rows }), false)).toEqual({ ...none, tenant: 1 });
});
