import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { boundedRecord, longArray } from '../../src-shared/bounded-schemas.ts';
import { parseByValue } from './parse-by-value.ts';

const schema = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), size: z.number().default(1) })),
  names: z.record(z.string().max(3), z.string()).default({}),
});

it('keeps valid values, replaces those that have a default, and drops the items of the others', () => {
  const stored = {
    items: [
      {},
      { id: 1, name: 'A' },
      { id: 'b', name: 'B', size: 'large' },
      7,
      { id: 'c', name: 'C', size: 3 },
      null,
      {},
    ],
    names: { ab: 'A', long: 'B', c: 5 },
  };
  expect(parseByValue(schema, stored)).toEqual({
    value: {
      items: [
        { id: 'b', name: 'B', size: 1 },
        { id: 'c', name: 'C', size: 3 },
      ],
      names: { ab: 'A' },
    },
    isWhole: false,
    removedValues: 8,
    hasUnknownFields: false,
  });
});

it('says whether there are fields that the schema does not have', () => {
  const stored = { items: [{ id: 'a', name: 'A', size: 2, color: 'red' }, 7], names: {} };
  expect(parseByValue(schema, stored)).toEqual({
    value: { items: [{ id: 'a', name: 'A', size: 2 }], names: {} },
    ...{ isWhole: false, removedValues: 1 },
    hasUnknownFields: true,
  });
});

const limited = z.object({
  items: z.array(z.object({ names: z.array(z.string()).max(2).default([]) })).max(3),
  sizes: boundedRecord(z.string(), z.number(), 2).default({}),
  long: longArray(z.string(), 2).default([]),
});

it('keeps the first entries of an array or object that has too many', () => {
  const names = ['a', 'b', 'c'];
  const stored = {
    items: [{ names: [...names] }, { names: ['d'] }, { names: [7, 'e'] }, {}, {}],
    sizes: { a: 1, b: 2, c: 3 },
    long: [...names],
  };
  expect(parseByValue(limited, stored)).toEqual({
    value: {
      items: [{ names: ['a', 'b'] }, { names: ['d'] }, { names: ['e'] }],
      sizes: { a: 1, b: 2 },
      long: ['a', 'b'],
    },
    // Two items, a name of the first one, 7, a size and a long entry.
    ...{ isWhole: false, removedValues: 6, hasUnknownFields: false },
  });
});

it('drops a text or number that is too long or too large', () => {
  const schema = z.object({
    text: z.string().max(2).default(''),
    size: z.number().max(2).default(1),
  });
  expect(parseByValue(schema, { text: 'abc', size: 3 })).toMatchObject({
    value: { text: '', size: 1 },
    removedValues: 2,
  });
});

it('returns null if nothing is left', () => {
  for (const stored of [null, 7, 'text', [], {}, { items: 7 }, { items: Array(2000).fill(7) }]) {
    expect(parseByValue(schema, stored), JSON.stringify(stored)).toBeNull();
  }
});

it('keeps every valid item, whatever is beside it', () => {
  const valid = fc.record({
    id: fc.string(),
    name: fc.string(),
    size: fc.double({ noNaN: true, noDefaultInfinity: true }),
  });
  const invalid = fc.oneof(
    fc.constant(null),
    fc.integer(),
    fc.record({ id: fc.integer() }),
    fc.constant({ id: null }),
  );
  const items = fc.array(fc.oneof(valid, invalid));
  fc.assert(
    fc.property(items, (stored) => {
      const kept = stored.filter(
        (item) => typeof item === 'object' && item !== null && typeof item.id === 'string',
      );
      const parsed = parseByValue(schema, { items: structuredClone(stored) });
      expect(parsed?.value.items).toEqual(kept);
      expect(parsed?.isWhole).toBe(kept.length === stored.length);
    }),
  );
});
