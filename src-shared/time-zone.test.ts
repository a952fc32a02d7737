import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { dayAt, endOfDay, startOfDay } from './days.ts';
import { createClock, readComputerZone } from './time-zone.ts';

const originalZone = process.env.TZ;
afterEach(() => {
  if (originalZone === undefined) delete process.env.TZ;
  else process.env.TZ = originalZone;
});

/**
 * Zones west and east of Greenwich, with and without daylight saving time, with offsets and daylight saving time of less
 * than an hour, that changed their offset, or that change their clocks at midnight.
 */
const zones = [
  ...['America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Asia/Kathmandu', 'America/St_Johns'],
  ...['Australia/Lord_Howe', 'Asia/Ho_Chi_Minh', 'UTC', 'Pacific/Kiritimati', 'Asia/Almaty'],
  ...['America/Havana', 'America/Sao_Paulo', 'Asia/Beirut', 'Pacific/Apia', 'Africa/Casablanca'],
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

function computerClock(name: string) {
  process.env.TZ = name;
  return createClock('computer', readComputerZone());
}

describe('a clock', () => {
  it.each(zones)('of a computer in %s agrees with Intl, in summer and winter', (name) => {
    const clock = computerClock(name);
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
    ['Australia/Lord_Howe', 'Australia/Lord_Howe'],
    // It had another offset until 2024.
    ['Asia/Almaty', 'Asia/Almaty'],
    ['America/Sao_Paulo', 'America/Sao_Paulo'],
    ['Asia/Kolkata', 'UTC+5:30'],
    ['America/Phoenix', 'UTC-7'],
    ['Asia/Ho_Chi_Minh', 'UTC+7'],
    ['Asia/Singapore', 'UTC+8'],
    ['UTC', 'UTC'],
  ])('of a computer in %s has the label %s', (name, label) => {
    expect(computerClock(name).label).toBe(label);
    expect(createClock('vietnam').label).toBe('UTC+7');
    expect(createClock('utc').label).toBe('UTC');
  });

  it('with one offset in its label has that offset at every date', () => {
    const clock = computerClock('Asia/Singapore');
    for (const year of [1900, 1975, 1981, 2000, 2026, 9000]) {
      expect(clock.offsetAt(Date.UTC(year, 0, 1))).toBe(8 * 60);
    }
  });

  // In `GMT+3`, Date and Intl have opposite offsets.
  it.each(['Foo/Bar', '', 'foo', 'UTC-7', 'GMT+3', '/no/such/file'])(
    "of a computer in the unknown zone %j is Vietnam's",
    (name) => {
      const clock = computerClock(name);
      expect(readComputerZone()).toBeNull();
      expect(clock.label).toBe('UTC+7');
      expect(clock.offsetAt(0)).toBe(7 * 60);
    },
  );

  it('does not depend on the zone of the process that uses it', () => {
    process.env.TZ = 'Europe/Berlin';
    const zone = structuredClone(readComputerZone());
    process.env.TZ = 'Foo/Bar';
    const clock = createClock('computer', zone);
    expect(clock.label).toBe('Europe/Berlin');
    expect(clock.offsetAt(Date.UTC(2026, 6, 1))).toBe(2 * 60);
  });
});

describe('a day', () => {
  // Until 2011 the clocks of St John's went back at 00:01, so that days had two beginnings.
  it.each(zones.filter((name) => name !== 'America/St_Johns'))(
    'in %s starts and ends where the date changes',
    (name) => {
      const clock = computerClock(name);
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
    },
  );

  it.each([
    // 23 and 25 hours.
    ['Europe/Berlin', '2026-03-29', '2026-03-29T00:00:00+01:00', '2026-03-29T23:59:59+02:00'],
    ['America/New_York', '2026-11-01', '2026-11-01T00:00:00-04:00', '2026-11-01T23:59:59-05:00'],
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-05T00:00:00+11:00', '2026-04-05T23:59:59+10:30'],
    // Midnight does not exist, or comes twice.
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T01:00:00-02:00', '2018-11-04T23:59:59-02:00'],
    ['America/Havana', '2026-11-01', '2026-11-01T00:00:00-04:00', '2026-11-01T23:59:59-05:00'],
    ['Asia/Almaty', '2024-02-29', '2024-02-29T00:00:00+06:00', '2024-02-29T23:59:59+05:00'],
  ])('in %s, %s is from %s to %s', (name, day, first, last) => {
    const clock = computerClock(name);
    expect(startOfDay(day, clock)).toBe(first);
    expect(endOfDay(day, clock)).toBe(last.replace(/(?=[+-]\d\d:\d\d$)/, '.999999999'));
  });

  it('that does not exist has no moment', () => {
    const clock = computerClock('Pacific/Apia');
    const [first, last] = [startOfDay('2011-12-30', clock), endOfDay('2011-12-30', clock)];
    expect(Date.parse(last ?? '') < Date.parse(first ?? '')).toBe(true);
  });
});
