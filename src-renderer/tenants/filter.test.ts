import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterSchema } from '../../src-shared/list-tenants.ts';
import { isFiltered, noFilterText, onlyId, parseFilter } from './filter.ts';

describe('parseFilter', () => {
  it('does not filter by what is empty', () => {
    expect(parseFilter(noFilterText)).toEqual({});
    expect(parseFilter({ name: '  ', ownerId: 'none' })).toEqual({});
    expect(isFiltered(parseFilter(noFilterText))).toBe(false);
  });

  it('keeps every digit of a long id', () => {
    expect(parseFilter({ name: ' Hà Nội ', ownerId: '1234567890123456789' })).toEqual({
      name: 'Hà Nội',
      ownerId: '1234567890123456789',
    });
  });

  it('is always a filter the contract takes, whatever was typed', () => {
    const text = fc.record({
      name: fc.string({ maxLength: 200, unit: 'grapheme' }).filter((name) => name.length <= 200),
      ownerId: fc.string({ unit: fc.constantFrom('0', '7', ' ', '-', '.', 'e', '٣') }),
    });
    fc.assert(
      fc.property(text, (typed) => {
        expect(filterSchema.parse(parseFilter(typed))).toEqual(parseFilter(typed));
      }),
    );
  });
});

it('onlyId drops what is not a digit and what is too long', () => {
  expect(onlyId('1.234-567 x')).toBe('1234567');
  expect(onlyId('9'.repeat(30))).toBe('9'.repeat(19));
});
