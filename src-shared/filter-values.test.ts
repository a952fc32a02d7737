import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ages, firstDays, isDay, pastDays } from './days.ts';
import { noFilter, parseFilter, type FilterValues } from './filter-values.ts';
import { filterValuesSchema } from './filter-values-schema.ts';
import { filterSchema } from './list-tenants.ts';
import { createClock } from './time-zone.ts';

const clock = createClock('vietnam');
/** In Vietnam it is already the 24th. */
const now = new Date('2026-11-23T17:30:00Z');
const parse = (values: Partial<FilterValues>) =>
  parseFilter({ ...noFilter, ...values }, clock, now);

describe('parseFilter', () => {
  it('has no conditions for empty values', () => {
    expect(parse({})).toEqual({});
    expect(parse({ name: '  ' })).toEqual({});
  });

  it('keeps every digit of a long id', () => {
    expect(parse({ name: ' Hà Nội ', ownerIds: ['1234567890123456789', '7'] })).toEqual({
      name: 'Hà Nội',
      ownerIds: ['1234567890123456789', '7'],
    });
  });

  it('shows the past at the end of a day, but never together with changes', () => {
    const asOf = '2026-11-20T23:59:59.999999999+07:00';
    expect(parse({ asOf: '2026-11-20' })).toEqual({ asOf });
    expect(parse({ asOf: '2026-11' })).toEqual({});
    expect(parse({ asOf: '2026-11-20', change: 'any' })).toEqual({ change: 'any', since: 'seen' });
  });

  it('converts the choice of no value to null', () => {
    expect(parse({ statuses: ['P', ''] })).toEqual({ statuses: ['P', null] });
    expect(parse({ tags: ['VIP', ''] })).toEqual({ tags: ['VIP', null] });
  });

  it('has a condition for stars and for notes only if they are chosen', () => {
    expect(parse({ isStarred: true, hasNote: false })).toEqual({ isStarred: true });
    expect(parse({ isStarred: false, hasNote: true })).toEqual({ hasNote: true });
  });

  it('converts days to moments in Vietnam, with both days included', () => {
    const days = {
      createdFrom: '2026-11-01',
      createdTo: '2026-11-01',
      changedFrom: '2026-11-20',
      changedTo: '2026-11-21',
    };
    expect(parse(days)).toEqual({
      createdFrom: '2026-11-01T00:00:00+07:00',
      createdTo: '2026-11-01T23:59:59.999999999+07:00',
      changedFrom: '2026-11-20T00:00:00+07:00',
      changedTo: '2026-11-21T23:59:59.999999999+07:00',
    });
  });

  it('resolves relative days when it is called', () => {
    const values = { ...noFilter, createdFrom: 'last7Days', changedTo: 'olderThan30Days' };
    expect(parseFilter(values, clock, now)).toEqual({
      createdFrom: '2026-11-18T00:00:00+07:00',
      changedTo: '2026-10-25T23:59:59.999999999+07:00',
    });
    const dayLater = new Date(now.getTime() + 24 * 3_600_000);
    expect(parseFilter(values, clock, dayLater)).toEqual({
      createdFrom: '2026-11-19T00:00:00+07:00',
      changedTo: '2026-10-26T23:59:59.999999999+07:00',
    });
    expect(parse({ change: 'any', since: 'today' })).toMatchObject({
      since: '2026-11-24T00:00:00+07:00',
    });
    expect(parse({ asOf: '30DaysAgo' })).toEqual({ asOf: '2026-10-25T23:59:59.999999999+07:00' });
  });

  it('has a baseline with changes only, and takes a day for its first moment', () => {
    expect(parse({ change: 'any' })).toEqual({ change: 'any', since: 'seen' });
    expect(parse({ since: '2026-11-20' })).toEqual({});
    expect(parse({ change: 'any', since: '2026-11-20' })).toEqual({
      ...{ change: 'any', since: '2026-11-20T00:00:00+07:00' },
    });
    expect(parse({ change: 'any', since: '' })).toMatchObject({ since: 'seen' });
    const changedField = { field: 'status' as const, after: 'N' };
    expect(parse({ change: 'any', changedField })).toMatchObject({ changedField });
  });
});

const day = fc.constantFrom('', '2026-02-28', '0002-01-01');
const choices = fc.uniqueArray(fc.constantFrom('', 'P', 'X9'));
const anyValues: fc.Arbitrary<FilterValues> = fc.record({
  name: fc.string({ maxLength: 200, unit: 'grapheme' }).filter((name) => name.length <= 200),
  ownerIds: fc.uniqueArray(fc.constantFrom('0', '7', '1234567890123456789')),
  accountIds: fc.uniqueArray(fc.uuid()),
  statuses: choices,
  networks: choices,
  connectionMethods: choices,
  createdFrom: fc.oneof(day, fc.constantFrom(...firstDays)),
  createdTo: fc.oneof(day, fc.constantFrom(...ages)),
  changedFrom: fc.oneof(day, fc.constantFrom(...firstDays)),
  changedTo: fc.oneof(day, fc.constantFrom(...ages)),
  asOf: fc.oneof(day, fc.constantFrom(...pastDays)),
  change: fc.constantFrom(undefined, 'new' as const, 'gone' as const, 'any' as const),
  since: fc.oneof(day, fc.constantFrom('seen', 'lastRefresh', 'lastExport', ...firstDays)),
  changedField: fc.constantFrom(undefined, { field: 'status' as const, after: null }),
  isStarred: fc.boolean(),
  hasNote: fc.boolean(),
  tags: fc.uniqueArray(fc.constantFrom('', 'gọi lại', 'VIP')),
});

describe('stored values', () => {
  it('are read as they were written, and always give a valid filter', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const stored: unknown = JSON.parse(JSON.stringify(values));
        expect(filterValuesSchema.parse(stored)).toEqual(values);
        const filter = parseFilter(values, clock, now);
        expect(filterSchema.parse(filter)).toEqual(filter);
      }),
    );
  });

  it.each<Partial<Record<keyof FilterValues, unknown>>>([
    { name: 'a'.repeat(201) },
    { ownerIds: [''] },
    { accountIds: ['all'] },
    { createdFrom: 'olderThan30Days' },
    { createdTo: 'last7Days' },
    { changedFrom: '2026-02-30' },
    { since: 'lastYear' },
    { asOf: 'today' },
    { statuses: [null] },
    { isStarred: 'yes' },
    { tags: ['one, two'] },
  ])('are refused with %j', (wrong) => {
    expect(filterValuesSchema.safeParse(noFilter).success).toBe(true);
    expect(filterValuesSchema.safeParse({ ...noFilter, ...wrong }).success).toBe(false);
  });

  it('have no days that do not exist', () => {
    expect(['2026-02-28', '0002-01-01'].every(isDay)).toBe(true);
    expect(['', '2026-02-30', '2026-11', '275760-09-13', 'today'].some(isDay)).toBe(false);
  });
});
