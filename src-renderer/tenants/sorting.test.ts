import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sort } from '../../src-shared/list-tenants.ts';
import { sortsSchema } from '../../src-shared/list-tenants.ts';
import { tenantFields } from '../../src-shared/tenant-fields.ts';
import { mostSorts, nextSort, sortFor } from './sorting.ts';

const click = { source: 'saved', isAdded: false } as const;
const shiftClick = { source: 'saved', isAdded: true } as const;
const byName: Sort = { field: 'name', direction: 'ascending' };
const byTime: Sort = { field: 'createdAt', direction: 'descending' };
const byUpdate: Sort = { field: 'updatedAt', direction: 'descending' };

describe('a click on a header', () => {
  it('goes from the first direction to the other to none', () => {
    const descending = nextSort(undefined, 'createdAt', click);
    expect(descending).toEqual([byTime]);
    const ascending = nextSort(descending, 'createdAt', click);
    expect(ascending).toEqual([{ ...byTime, direction: 'ascending' }]);
    expect(nextSort(ascending, 'createdAt', click)).toBeUndefined();
  });

  it('begins with the newest of times, and with the beginning of everything else', () => {
    for (const field of tenantFields) {
      const isTime = field === 'createdAt' || field === 'updatedAt';
      const direction = isTime ? 'descending' : 'ascending';
      expect(nextSort(undefined, field, click)).toEqual([{ field, direction }]);
    }
  });

  it('begins anew at another column', () => {
    expect(nextSort([byName, byUpdate], 'createdAt', click)).toEqual([byTime]);
  });
});

describe('a click with Shift', () => {
  it('adds a second column, turns it round and takes it away, and leaves the first', () => {
    const both = nextSort([byName], 'createdAt', shiftClick);
    expect(both).toEqual([byName, byTime]);
    const turned = nextSort(both, 'createdAt', shiftClick);
    expect(turned).toEqual([byName, { ...byTime, direction: 'ascending' }]);
    expect(nextSort(turned, 'createdAt', shiftClick)).toEqual([byName]);
  });

  it('puts a third in the place of the second', () => {
    expect(nextSort([byName, byTime], 'updatedAt', shiftClick)).toEqual([byName, byUpdate]);
  });

  it('is a click where the source sorts by one column', () => {
    const live = { source: 'live', isAdded: true } as const;
    expect(nextSort([byTime], 'updatedAt', live)).toEqual([byUpdate]);
  });
});

it('clicks of every kind give a sort the contract has, by no column twice', () => {
  const anyClick = fc.record({ field: fc.constantFrom(...tenantFields), isAdded: fc.boolean() });
  fc.assert(
    fc.property(fc.array(anyClick), fc.constantFrom('saved', 'live'), (clicks, source) => {
      let sort: Sort[] | undefined;
      for (const { field, isAdded } of clicks) sort = nextSort(sort, field, { source, isAdded });
      if (sort !== undefined) expect(sortsSchema.parse(sort)).toEqual(sort);
      const fields = sort?.map(({ field }) => field) ?? [];
      expect(new Set(fields).size).toBe(fields.length);
      expect(fields.length).toBeLessThanOrEqual(mostSorts[source]);
    }),
  );
});

it('sortFor does not ask the server for an order it does not know', () => {
  expect(sortFor('saved', [byName, byTime])).toEqual([byName, byTime]);
  expect(sortFor('live', [byName])).toBeUndefined();
  expect(sortFor('live', [byName, byTime])).toEqual([byTime]);
  expect(sortFor('live', [byTime, byUpdate])).toEqual([byTime]);
});
