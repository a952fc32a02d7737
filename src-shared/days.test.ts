import { describe, expect, it } from 'vitest';
import {
  ages,
  dayAt,
  dayOfBound,
  endOfDay,
  lastDayOf,
  lastMonths,
  pastDays,
  periods,
  resolveDay,
  startOfDay,
} from './days.ts';
import { createClock } from './time-zone.ts';

const clock = createClock('vietnam');

describe('the days of Vietnam', () => {
  it('start seven hours before those of UTC', () => {
    expect(dayAt(new Date('2026-12-31T16:59:59Z'), clock)).toBe('2026-12-31');
    expect(dayAt(new Date('2026-12-31T17:00:00Z'), clock)).toBe('2027-01-01');
    expect(startOfDay('2026-11-23', clock)).toBe('2026-11-23T00:00:00+07:00');
    expect(endOfDay('2026-11-23', clock)).toBe('2026-11-23T23:59:59.999999999+07:00');
    for (const text of ['', '2026-02-30', '2026-13-01', '275760-09-13']) {
      expect([startOfDay(text, clock), endOfDay(text, clock)]).toEqual([null, null]);
    }
  });

  it('are recognized by their first and last seconds', () => {
    for (const bound of [startOfDay('2026-11-23', clock), endOfDay('2026-11-23', clock)]) {
      expect(dayOfBound(bound ?? '', clock)).toBe('2026-11-23');
      expect(dayOfBound(bound ?? '', createClock('utc'))).toBeNull();
    }
    expect(dayOfBound('2026-11-22T17:00:00Z', clock)).toBe('2026-11-23');
    for (const text of ['2026-11-23T00:00:01+07:00', 'soon']) {
      expect(dayOfBound(text, clock)).toBeNull();
    }
  });

  it('form periods that end today, today included', () => {
    const today = dayAt(new Date('2026-03-02T20:00:00Z'), clock);
    expect(periods.map((period) => resolveDay(period, today))).toEqual([
      ...['2026-02-25', '2026-02-02', '2025-12-04', '2026-01-01'],
    ]);
    const newYear = dayAt(new Date('2026-12-31T17:00:00Z'), clock);
    expect(resolveDay('thisYear', newYear)).toBe('2027-01-01');
  });

  it('older than a period are those before its first day', () => {
    for (const [count, period, age] of [
      [30, 'last30Days', ages[0]],
      [90, 'last90Days', ages[2]],
    ] as const) {
      expect(age).toBe(`olderThan${count}Days`);
      const end = endOfDay(resolveDay(age, '2026-03-02'), clock) ?? '';
      const start = startOfDay(resolveDay(period, '2026-03-02'), clock) ?? '';
      expect(Date.parse(end) + 1).toBe(Date.parse(start));
    }
  });

  it('can be named relative to today', () => {
    expect(resolveDay('today', '2026-03-01')).toBe('2026-03-01');
    expect(pastDays.map((day) => resolveDay(day, '2026-03-01'))).toEqual([
      ...['2026-02-28', '2026-02-22', '2026-01-30', '2025-12-01'],
    ]);
    for (const text of ['', '2026-11-23', 'last8Days', 'constructor']) {
      expect(resolveDay(text, '2026-03-01')).toBe(text);
    }
  });

  it('form months, across years and from the last day of a long month', () => {
    expect(lastMonths(3, new Date('2026-01-31T10:00:00Z'), clock)).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
    ]);
    expect(lastMonths(24, new Date('2026-11-24T00:00:00Z'), clock)).toHaveLength(24);
    expect(lastDayOf('2024-02')).toBe('2024-02-29');
    expect(lastDayOf('2026-12')).toBe('2026-12-31');
  });
});
