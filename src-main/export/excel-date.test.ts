import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toExcelDate } from './excel-date.ts';

describe('a date of Excel', () => {
  it.each([
    ['1900-03-01T00:00:00Z', 0, 61],
    ['2026-11-23T00:00:00Z', 0, 46_349],
    ['2026-11-22T17:00:00Z', 7 * 60, 46_349],
    ['2026-11-22T17:00:00.000+07:00', 0, 46_348 + 10 / 24],
  ])('%s at %i minutes from UTC is %d', (moment, offsetMinutes, date) => {
    expect(toExcelDate(moment, offsetMinutes)).toBeCloseTo(date, 9);
  });

  it('keeps the millisecond', () => {
    const moments = fc.date({
      min: new Date('1900-03-02'),
      max: new Date('9999-12-30'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, (moment) => {
        const date = toExcelDate(moment.toISOString(), 7 * 60) ?? NaN;
        const back = Math.round((date - 25_569) * 86_400_000) - 7 * 3_600_000;
        expect(back).toBe(moment.getTime());
      }),
    );
  });

  it.each([
    '',
    'yesterday',
    '0001-01-01T00:00:00Z',
    '1899-12-31T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2026-02-30T00:00:00Z',
    '2026-11-23T00:00:00',
  ])('is none for %j', (text) => {
    expect(toExcelDate(text, 7 * 60)).toBeNull();
  });
});
