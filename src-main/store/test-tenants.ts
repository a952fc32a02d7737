import fc from 'fast-check';
import type { FieldSort, Filter } from '../../src-shared/list-tenants.ts';
import { storableText } from '../../src-shared/storable-text.ts';
import { tenantFields } from '../../src-shared/tenant-fields.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';

const word = fc.constantFrom(
  ...'Công công CÔNG cong Ty tỷ Điện điện dien Đại đai An Ân Ấn ăn Ă a z Z Zulu 12 2 1900 Ê e ế'.split(
    ' ',
  ),
);
/** Parts of names that are no words, and parts of which a reader cannot say whether they are. */
const symbol = fc.constantFrom(
  ...[
    '🏪',
    '🏪🏪',
    '👩‍👩‍👧',
    '—',
    '...',
    '%',
    '_',
    '"',
    "'",
    '\\',
    '*',
    '(',
    '\u0301',
    '\u200b',
    '\u200d',
    '\0',
    '\uD800',
    '\uDFEA',
  ],
  ...['đ', 'Đ', '中文', '文', '１２', '1.108', '1,108', '≠', '=\u0338', 'İ', 'ß'],
);
const symbols = fc.array(fc.oneof(symbol, fc.constantFrom(' ', 'An')), { maxLength: 4 });

const sentName = fc.oneof(
  symbols.map((parts) => parts.join('')),
  fc.array(word, { maxLength: 4 }).map((words) => words.join(' ')),
  fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('-').normalize('NFD')),
  fc.string({ maxLength: 5, unit: 'grapheme' }),
);
/** As it is read from the server's answer. */
const name = sentName.map(storableText);
const instant = fc.constantFrom(
  null,
  'yesterday',
  '2024-01-02T03:04:05Z',
  '2024-01-02T03:04:05.1Z',
  '2024-01-02T03:04:05.100000001Z',
  '2024-01-02T10:04:05+07:00',
  '2024-01-02T10:04:05.05+07:00',
  '2023-12-31T23:59:59Z',
  '2024-01-02T03:04:05.999999999Z',
  '2024-01-02T03:04:05.9999999999Z',
  '0001-01-01T00:00:00Z',
  '0001-01-01T07:00:00.5+07:00',
  '1899-12-31T00:00:00Z',
  '2024-02-30T00:00:00Z',
  '2024-01-01T24:00:00Z',
  '2016-12-31T23:59:60Z',
);
const someId = fc.oneof(
  fc.constantFrom('9', '10', '9007199254740993', '9007199254740992', '1234567890123456789'),
  fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }).map(String),
);

/** Tenants with few distinct values, so that they are often equal, and with values that are hard to sort. */
export const anyTenant: fc.Arbitrary<ListRecord> = fc.record({
  id: fc.oneof({ weight: 9, arbitrary: someId }, { weight: 1, arbitrary: fc.constant('') }),
  name,
  domain: fc.oneof(fc.constantFrom('', 'an.vn', 'cong-ty.vn', 'Z.vn'), fc.domain()),
  status: fc.constantFrom(null, 'Z', 'P', 'N', 'X9', 'p'),
  ownerId: fc.constantFrom(null, '1', '12', '9', '1234567890123456789'),
  connectionMethod: fc.constantFrom(null, 'unknown', 'builtin', 'direct'),
  connectionId: fc.oneof(fc.constant(null), someId),
  createdAt: instant,
  updatedAt: instant,
});

/** A list as a run reads it: each id once, except for empty ids. */
export const anyTenants = (maxLength: number): fc.Arbitrary<ListRecord[]> =>
  fc.uniqueArray(anyTenant, {
    maxLength,
    comparator: (a, b) => a !== '' && a === b,
    selector: ({ id }) => id,
  });

const bounds = fc.constantFrom(
  '2024-01-02T03:04:05Z',
  '2024-01-02T03:04:05.1Z',
  '2024-01-02T10:04:05.050+07:00',
  '2024-01-02T03:04:05.999999999Z',
);
/** A filter of up to two conditions. */
export const anyFilter: fc.Arbitrary<Filter> = fc
  .record(
    {
      name: fc
        .oneof(
          fc.constantFrom(
            'cong',
            'công',
            'cong ty',
            'CÔNG t',
            'dien',
            'điện',
            'Điện 1',
            'â',
            'z',
            '1',
            'vn an',
            '!',
          ),
          fc.string({ minLength: 1, maxLength: 3, unit: 'grapheme' }),
          symbol,
          symbols.map((parts) => parts.join('').trim()).filter((text) => text !== ''),
        )
        .map(storableText),
      ownerIds: fc.subarray(['1', '12', '7'], { minLength: 1 }),
      statuses: fc.subarray([null, 'Z', 'P', 'N', 'Q'], { minLength: 1 }),
      connectionMethods: fc.subarray([null, 'direct', 'builtin'], { minLength: 1 }),
      createdFrom: bounds,
      createdTo: bounds,
      changedFrom: bounds,
      changedTo: bounds,
    },
    { requiredKeys: [] },
  )
  .chain((filter) =>
    fc.subarray(Object.keys(filter)).map((kept) =>
      // More than two conditions would match nothing most of the time.
      Object.fromEntries(Object.entries(filter).filter(([key]) => kept.slice(0, 2).includes(key))),
    ),
  );

export const anyFieldSort = fc.record<FieldSort>({
  field: fc.constantFrom(...tenantFields),
  direction: fc.constantFrom('ascending', 'descending'),
});

/** No sort order, or one by one or two fields. */
export const anySort = fc.option(fc.array(anyFieldSort, { minLength: 1, maxLength: 2 }), {
  nil: undefined,
});
