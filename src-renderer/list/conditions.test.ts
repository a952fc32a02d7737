import { expect, it } from 'vitest';
import { filterFor, hasConditions, isFiltered } from './conditions.ts';

it('filterFor drops conditions that the server does not support', () => {
  const filter = { name: 'a', ownerIds: ['1'], statuses: ['P'], change: 'new' as const };
  expect(filterFor('saved', filter)).toEqual(filter);
  expect(filterFor('live', filter)).toEqual({ name: 'a', ownerIds: ['1'] });
  expect(filterFor('live', { name: 'a', ownerIds: ['1', '2'] })).toEqual({ name: 'a' });
  // The server has int64 ids.
  expect(filterFor('live', { name: 'a', ownerIds: ['own-abc'] })).toEqual({ name: 'a' });
  expect(filterFor('live', { asOf: '2026-11-20T23:59:59Z' })).toEqual({});
});

it('a moment in the past filters the list, but is not one of its conditions', () => {
  expect(isFiltered({})).toBe(false);
  expect(isFiltered({ asOf: '2026-11-20T23:59:59Z' })).toBe(true);
  expect(hasConditions({ asOf: '2026-11-20T23:59:59Z' })).toBe(false);
  expect(hasConditions({ change: 'any', since: 'seen' })).toBe(false);
  expect(hasConditions({ change: 'any', name: 'a' })).toBe(true);
});
