import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterSchema } from '../../src-shared/list-tenants.ts';
import { createClock } from '../../src-shared/time-zone.ts';
import {
  filterFor,
  hasConditions,
  isFiltered,
  noFilter,
  onlyId,
  parseFilter,
} from './filter-values.ts';

const clock = createClock('vietnam');

describe('parseFilter', () => {
  it('has no conditions for empty values', () => {
    expect(parseFilter(noFilter, clock)).toEqual({});
    expect(parseFilter({ ...noFilter, name: '  ', ownerId: 'none' }, clock)).toEqual({});
    expect(isFiltered(parseFilter(noFilter, clock))).toBe(false);
  });

  it('keeps every digit of a long id', () => {
    expect(
      parseFilter({ ...noFilter, name: ' Hà Nội ', ownerId: '1234567890123456789' }, clock),
    ).toEqual({
      name: 'Hà Nội',
      ownerId: '1234567890123456789',
    });
  });

  it('shows the past at the end of a day, but never together with changes', () => {
    const asOf = '2026-11-20T23:59:59.999999999+07:00';
    expect(parseFilter({ ...noFilter, asOf: '2026-11-20' }, clock)).toEqual({ asOf });
    expect(parseFilter({ ...noFilter, asOf: '2026-11' }, clock)).toEqual({});
    expect(parseFilter({ ...noFilter, asOf: '2026-11-20', change: 'any' }, clock)).toEqual({
      change: 'any',
      since: 'seen',
    });
    expect(hasConditions({ asOf })).toBe(false);
    expect(filterFor('live', { asOf, name: 'An' })).toEqual({ name: 'An' });
  });

  it('converts the choice of no value to null', () => {
    expect(parseFilter({ ...noFilter, statuses: ['P', ''] }, clock)).toEqual({
      statuses: ['P', null],
    });
  });

  it('converts days to moments in Vietnam, with both days included', () => {
    const days = {
      createdFrom: '2026-11-01',
      createdTo: '2026-11-01',
      changedFrom: '2026-11-20',
      changedTo: '2026-11-21',
    };
    expect(parseFilter({ ...noFilter, ...days }, clock)).toEqual({
      createdFrom: '2026-11-01T00:00:00+07:00',
      createdTo: '2026-11-01T23:59:59.999999999+07:00',
      changedFrom: '2026-11-20T00:00:00+07:00',
      changedTo: '2026-11-21T23:59:59.999999999+07:00',
    });
  });

  it('has a baseline with changes only, and takes a day for its first moment', () => {
    const changes = { ...noFilter, change: 'any' as const };
    expect(parseFilter(changes, clock)).toEqual({ change: 'any', since: 'seen' });
    expect(parseFilter({ ...noFilter, since: '2026-11-20' }, clock)).toEqual({});
    expect(parseFilter({ ...changes, since: '2026-11-20' }, clock)).toEqual({
      ...{ change: 'any', since: '2026-11-20T00:00:00+07:00' },
    });
    expect(parseFilter({ ...changes, since: '' }, clock)).toMatchObject({ since: 'seen' });
    const changedField = { field: 'status' as const, after: 'N' };
    expect(parseFilter({ ...changes, changedField }, clock)).toMatchObject({ changedField });
  });

  it('always returns a valid filter', () => {
    const day = fc.constantFrom('', '2026-02-28', '0002-01-01', '275760-09-13');
    const choices = fc.uniqueArray(fc.constantFrom('', 'P', 'X9'));
    const values = fc.record({
      name: fc.string({ maxLength: 200, unit: 'grapheme' }).filter((name) => name.length <= 200),
      ownerId: fc.string({ unit: fc.constantFrom('0', '7', ' ', '-', '.', 'e', '٣') }),
      statuses: choices,
      connectionMethods: choices,
      createdFrom: day,
      createdTo: day,
      changedFrom: day,
      changedTo: day,
      asOf: day,
      change: fc.constantFrom(undefined, 'new' as const, 'gone' as const, 'any' as const),
      since: fc.oneof(day, fc.constantFrom('seen', 'lastRefresh', 'lastExport')),
      changedField: fc.constantFrom(undefined, { field: 'status' as const, after: null }),
    });
    fc.assert(
      fc.property(values, (typed) => {
        expect(filterSchema.parse(parseFilter(typed, clock))).toEqual(parseFilter(typed, clock));
      }),
    );
  });
});

it('filterFor drops conditions that the server does not support', () => {
  const filter = { name: 'a', ownerId: '1', statuses: ['P'], change: 'new' as const };
  expect(filterFor('saved', filter)).toEqual(filter);
  expect(filterFor('live', filter)).toEqual({ name: 'a', ownerId: '1' });
});

it('onlyId keeps at most 19 digits', () => {
  expect(onlyId('1.234-567 x')).toBe('1234567');
  expect(onlyId('9'.repeat(30))).toBe('9'.repeat(19));
});
