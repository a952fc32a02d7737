import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { dayAt, endOfDay, startOfDay } from './days.ts';
import { createClock } from './time-zone.ts';

const originalZone = process.env.TZ;
afterEach(() => {
  process.env.TZ = originalZone;
});

/** Zones west and east of Greenwich, with and without daylight saving time, some with offsets of half or quarter hours. */
const zones = [
  ...['America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Asia/Kathmandu'],
  ...['Australia/Lord_Howe', 'Asia/Ho_Chi_Minh', 'UTC', 'Pacific/Kiritimati'],
];

/** From the first tenants to 2037, the last year for which the rules of every zone are known. */
const anyMoment = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2037, 0, 1) });

/** Returns the time that Intl shows. */
function shownByIntl(moment: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  });
  return format.format(moment);
}

function shownBy(offsetMinutes: number, moment: number): string {
  return new Date(moment + offsetMinutes * 60_000).toISOString().slice(0, 19).replace('T', ' ');
}

describe('a clock', () => {
  it.each(zones)('of a computer in %s agrees with Intl, in summer and winter', (name) => {
    process.env.TZ = name;
    const clock = createClock('computer');
    expect(new Intl.DateTimeFormat('en', { timeZone: clock.name }).resolvedOptions().timeZone).toBe(
      new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone,
    );
    fc.assert(
      fc.property(anyMoment, (moment) => {
        expect(shownBy(clock.offsetAt(moment), moment)).toBe(shownByIntl(moment, name));
      }),
    );
  });

  it.each(['vietnam', 'utc'] as const)(
    'of %s agrees with Intl, wherever the computer is',
    (zone) => {
      process.env.TZ = 'America/New_York';
      const clock = createClock(zone);
      fc.assert(
        fc.property(anyMoment, (moment) => {
          expect(shownBy(clock.offsetAt(moment), moment)).toBe(shownByIntl(moment, clock.name));
        }),
      );
    },
  );

  it.each([
    ['America/New_York', 'America/New_York'],
    ['Asia/Kolkata', 'UTC+5:30'],
    ['America/Phoenix', 'UTC-7'],
    ['UTC', 'UTC'],
  ])('of a computer in %s has the label %s', (name, label) => {
    process.env.TZ = name;
    expect(createClock('computer').label).toBe(label);
    expect(createClock('vietnam').label).toBe('UTC+7');
    expect(createClock('utc').label).toBe('UTC');
  });

  it.each(zones)('starts and ends days in %s where the date changes', (name) => {
    process.env.TZ = name;
    const clock = createClock('computer');
    fc.assert(
      fc.property(anyMoment, (moment) => {
        const day = dayAt(new Date(moment), clock);
        const first = Date.parse(startOfDay(day, clock) ?? '');
        const last = Date.parse(endOfDay(day, clock) ?? '');
        expect(first <= moment && moment <= last).toBe(true);
        expect(dayAt(new Date(first), clock)).toBe(day);
        expect(dayAt(new Date(first - 1), clock) < day).toBe(true);
        expect(dayAt(new Date(last), clock)).toBe(day);
        expect(dayAt(new Date(last + 1), clock) > day).toBe(true);
      }),
    );
  });
});
