import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sort } from '../../src-shared/list-tenants.ts';
import { sortsSchema } from '../../src-shared/list-tenants.ts';
import { tenantFields } from '../../src-shared/tenant-fields.ts';
import { findSortField, isReversed, maximumSorts, nextSort, sortFor } from './sorting.ts';

const click = { source: 'saved', isAdded: false } as const;
const shiftClick = { source: 'saved', isAdded: true } as const;
const byName: Sort = { field: 'name', direction: 'ascending' };
const byTime: Sort = { field: 'createdAt', direction: 'descending' };
const byUpdate: Sort = { field: 'updatedAt', direction: 'descending' };

describe('a click on a header', () => {
  it('cycles through the first direction, the other one and no sort', () => {
    const descending = nextSort(undefined, 'createdAt', click);
    expect(descending).toEqual([byTime]);
    const ascending = nextSort(descending, 'createdAt', click);
    expect(ascending).toEqual([{ ...byTime, direction: 'ascending' }]);
    expect(nextSort(ascending, 'createdAt', click)).toBeUndefined();
  });

  it('sorts times descending first, and all other fields ascending first', () => {
    for (const field of tenantFields) {
      const isTime = field === 'createdAt' || field === 'updatedAt';
      const direction = isTime ? 'descending' : 'ascending';
      expect(nextSort(undefined, field, click)).toEqual([{ field, direction }]);
    }
  });

  it('replaces the sort by another column', () => {
    expect(nextSort([byName, byUpdate], 'createdAt', click)).toEqual([byTime]);
  });
});

describe('a click with Shift', () => {
  it('adds a second column, reverses it and removes it, and keeps the first one', () => {
    const both = nextSort([byName], 'createdAt', shiftClick);
    expect(both).toEqual([byName, byTime]);
    const reversed = nextSort(both, 'createdAt', shiftClick);
    expect(reversed).toEqual([byName, { ...byTime, direction: 'ascending' }]);
    expect(nextSort(reversed, 'createdAt', shiftClick)).toEqual([byName]);
  });

  it('replaces the second column by a third one', () => {
    expect(nextSort([byName, byTime], 'updatedAt', shiftClick)).toEqual([byName, byUpdate]);
  });

  it('is a plain click if the source supports only one column', () => {
    const live = { source: 'live', isAdded: true } as const;
    expect(nextSort([byTime], 'updatedAt', live)).toEqual([byUpdate]);
  });
});

it('any clicks result in a valid sort with different columns', () => {
  const anyClick = fc.record({ field: fc.constantFrom(...tenantFields), isAdded: fc.boolean() });
  fc.assert(
    fc.property(fc.array(anyClick), fc.constantFrom('saved', 'live'), (clicks, source) => {
      let sort: Sort[] | undefined;
      for (const { field, isAdded } of clicks) sort = nextSort(sort, field, { source, isAdded });
      if (sort !== undefined) expect(sortsSchema.parse(sort)).toEqual(sort);
      const fields = sort?.map(({ field }) => field) ?? [];
      expect(new Set(fields).size).toBe(fields.length);
      expect(fields.length).toBeLessThanOrEqual(maximumSorts[source]);
    }),
  );
});

it('only changes can be sorted by when they were found, the newest first', () => {
  const byFound: Sort = { field: 'foundAt', direction: 'descending' };
  const changes = { change: 'any', since: 'seen' } as const;
  expect(findSortField('foundAt', 'saved', changes)).toBe('foundAt');
  expect(nextSort(undefined, 'foundAt', click)).toEqual([byFound]);
  expect(sortFor('saved', changes, [byFound, byName])).toEqual([byFound, byName]);
  expect(findSortField('foundAt', 'saved', {})).toBeNull();
  expect(sortFor('saved', {}, [byFound, byName])).toEqual([byName]);
  expect(findSortField('whatChanged', 'saved', changes)).toBeNull();
});

it('ages are sorted by Created, in the opposite direction', () => {
  expect(findSortField('age', 'saved', {})).toBe('createdAt');
  expect(findSortField('age', 'live', {})).toBe('createdAt');
  expect([isReversed('age'), isReversed('createdAt')]).toEqual([true, false]);
});

it('sortFor drops fields that the server cannot sort by', () => {
  expect(sortFor('saved', {}, [byName, byTime])).toEqual([byName, byTime]);
  expect(sortFor('live', {}, [byName])).toBeUndefined();
  expect(sortFor('live', {}, [byName, byTime])).toEqual([byTime]);
  expect(sortFor('live', {}, [byTime, byUpdate])).toEqual([byTime]);
});
