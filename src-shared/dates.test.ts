import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areSameDate, boundKey, dateKey, localTime, meansNoDate, parseDate } from './dates.ts';
import { createClock } from './time-zone.ts';

const vietnam = createClock('vietnam');
const utc = createClock('utc');

/** What is shown, in the format of a date in a sheet; `null` for a text that is not shown as a date. */
function shown(text: string, clock = vietnam): string | null {
  const local = localTime(text, clock);
  return Number.isNaN(local) ? null : new Date(local).toISOString().slice(0, 19);
}

describe('a date of the server', () => {
  it.each([
    ['2026-12-31T16:59:59Z', '2026-12-31T23:59:59'],
    ['2026-12-31T16:59:59.9Z', '2026-12-31T23:59:59'],
    ['2026-12-31T16:59:59.999Z', '2026-12-31T23:59:59'],
    ['2026-12-31T16:59:59.9995Z', '2026-12-31T23:59:59'],
    ['2026-12-31T16:59:59.999999999999Z', '2026-12-31T23:59:59'],
    ['2026-12-31T16:59:59,999Z', '2026-12-31T23:59:59'],
    ['2026-12-31t16:59:59z', '2026-12-31T23:59:59'],
    ['2026-12-31 16:59:59+00:00', '2026-12-31T23:59:59'],
    ['2026-12-31T16:59:59-00:00', '2026-12-31T23:59:59'],
    ['2026-12-31T23:59:59+0700', '2026-12-31T23:59:59'],
    ['2026-12-31T13:29:59-03:30', '2026-12-31T23:59:59'],
    ['1969-12-31T23:59:59.5Z', '1970-01-01T06:59:59'],
    ['1970-01-01T00:00:00Z', '1970-01-01T07:00:00'],
    ['1900-03-01T00:00:00+07:00', '1900-03-01T00:00:00'],
    ['9999-12-31T23:59:59.9+07:00', '9999-12-31T23:59:59'],
    ['2024-02-29T12:00:00Z', '2024-02-29T19:00:00'],
  ])('%s is shown as %s in Vietnam', (text, local) => {
    expect(shown(text)).toBe(local);
    expect(dateKey(text)).not.toBeNull();
    expect(meansNoDate(text)).toBe(false);
  });

  it.each([
    ...['yesterday', '1700000000', '2026-12-31', '2026-12-31T16:59Z', '2026-12-31T16:59:59'],
    ...['2024-02-30T00:00:00Z', '2023-02-29T00:00:00Z', '2024-04-31T00:00:00Z'],
    ...['2024-13-01T00:00:00Z', '2024-00-10T00:00:00Z', '2024-01-00T00:00:00Z'],
    ...['2024-01-01T24:00:00Z', '2016-12-31T23:59:60Z', '2024-01-01T12:60:00Z'],
    ...['2024-01-01T12:00:00+24:00', '2024-01-01T12:00:00.Z', '+12024-01-01T00:00:00Z'],
    ...['1899-12-31T00:00:00Z', '1900-02-28T16:59:59.9Z', '9999-12-31T17:00:00Z'],
    ...['0002-01-01T00:00:00Z', '0050-06-01T00:00:00Z', '0099-02-28T00:00:00.5+07:00'],
    ' 2024-01-01T00:00:00Z',
    `2024-01-01T00:00:00.${'1'.repeat(300)}Z`,
  ])('%j is kept as text', (text) => {
    for (const clock of [vietnam, utc]) expect(shown(text, clock)).toBeNull();
    expect(dateKey(text)).toBeNull();
    expect(parseDate(text)).toBeNaN();
    expect(meansNoDate(text)).toBe(false);
  });

  it.each([
    ...['', ' ', '0', '0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000000001Z', '0001-01-01'],
    ...['0001-01-01T07:06:30+07:06', '0000-12-31T17:00:00-07:00', '0001-01-01t00:00:00z'],
    ...['0001-01-01T00:00:00+0000', '0000-00-00T00:00:00Z', '0000-00-00 00:00:00'],
    ...['-0001-11-30T00:00:00+00:00'],
  ])('%j means none', (text) => {
    expect(meansNoDate(text)).toBe(true);
    expect(dateKey(text)).toBeNull();
    expect(shown(text)).toBeNull();
  });

  it('is not shown as a date by any clock on which it is outside of the years', () => {
    expect(shown('1900-02-28T20:00:00Z', utc)).toBeNull();
    expect(shown('1900-02-28T20:00:00Z')).toBe('1900-03-01T03:00:00');
  });
});

describe('the sort key of a date', () => {
  it('sorts like the instant, whatever the offset and the number of digits', () => {
    const digits = fc.string({ unit: fc.constantFrom('0', '1', '9'), maxLength: 9 });
    const anyInstant = fc.record({
      second: fc.integer({ min: -2_000_000_000, max: 4_000_000_000 }),
      fraction: digits,
      offset: fc.integer({ min: -14 * 60, max: 14 * 60 }),
    });
    type Instant = typeof anyInstant extends fc.Arbitrary<infer Value> ? Value : never;
    const toText = ({ second, fraction, offset }: Instant) => {
      const local = new Date((second + offset * 60) * 1000).toISOString().slice(0, 19);
      const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
      const zone = [hours, minutes].map((part) => String(part).padStart(2, '0')).join(':');
      return `${local}${fraction && `.${fraction}`}${offset < 0 ? '-' : '+'}${zone}`;
    };
    const toNumber = ({ second, fraction }: Instant) =>
      BigInt(second) * 1_000_000_000n + BigInt(fraction.padEnd(9, '0'));
    fc.assert(
      fc.property(anyInstant, anyInstant, (a, b) => {
        const [key, other] = [dateKey(toText(a)) ?? '', dateKey(toText(b)) ?? ''];
        expect([key < other, key === other]).toEqual([
          toNumber(a) < toNumber(b),
          toNumber(a) === toNumber(b),
        ]);
        expect(parseDate(toText(a))).toBe(a.second * 1000);
      }),
    );
  });

  it('of a bound is before or after all dates if the bound is outside of the years', () => {
    const [first, last] = [dateKey('1900-03-01T00:00:00Z'), dateKey('9999-12-31T16:59:59.9Z')];
    expect(String(boundKey('0002-01-01T00:00:00Z')) < String(first)).toBe(true);
    expect(String(boundKey('9999-12-31T23:59:59Z')) > String(last)).toBe(true);
    expect(boundKey('2024-01-01T00:00:00Z')).toBe(dateKey('2024-01-01T07:00:00+07:00'));
  });
});

it.each([
  [null, '0001-01-01T00:00:00Z', true],
  ['', '0001-01-01T07:00:00+07:00', true],
  ['2024-01-02T03:04:05Z', '2024-01-02T10:04:05.000+07:00', true],
  ['2024-01-02T03:04:05Z', '2024-01-02T03:04:05.000000001Z', false],
  ['2024-01-02T03:04:05Z', null, false],
  [null, '2024-01-02T03:04:05Z', false],
  ['soon', 'later', false],
  ['soon', 'soon', true],
  ['soon', null, false],
])('%j and %j are the same date: %j', (a, b, areSame) => {
  expect(areSameDate(a, b)).toBe(areSame);
});
