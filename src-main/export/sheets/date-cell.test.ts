import { describe, expect, it } from 'vitest';
import { createClock } from '../../../src-shared/time-zone.ts';
import { toDateCell } from './date-cell.ts';

const clock = createClock('vietnam');

describe('toDateCell', () => {
  it.each([
    ['2026-11-22T17:00:00Z', '2026-11-23T00:00:00Z'],
    ['2026-11-22T17:00:00.250+07:00', '2026-11-22T17:00:00Z'],
    ['2026-12-31T16:59:59.999Z', '2026-12-31T23:59:59Z'],
    ['1900-03-01T00:00:00+07:00', '1900-03-01T00:00:00Z'],
    ['9999-12-31T23:59:59+07:00', '9999-12-31T23:59:59Z'],
  ])('converts %s to the time zone of the clock', (text, shifted) => {
    expect(toDateCell(text, clock)).toEqual({ date: Date.parse(shifted) });
  });

  it.each([
    'yesterday',
    '1899-12-31T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2026-02-30T00:00:00Z',
    '2026-11-22T24:00:00Z',
    '2016-12-31T23:59:60Z',
    '2026-11-23T00:00:00',
  ])('returns the text unchanged for %j', (text) => {
    expect(toDateCell(text, clock)).toBe(text);
  });

  it.each(['0001-01-01T00:00:00Z', '0001-01-01T07:00:00.5+07:00', '0'])(
    'leaves the cell empty for %j, which means none',
    (text) => {
      expect(toDateCell(text, clock)).toBeNull();
    },
  );
});
