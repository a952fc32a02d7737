import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClock } from '../../src-shared/time-zone.ts';
import { createDateFormat } from './date-format.ts';

const english = createDateFormat('en', createClock('vietnam'));
const vietnamese = createDateFormat('vi', createClock('vietnam'));

describe('createDateFormat', () => {
  it('shows the time in UTC+7, whatever the offset of the text or of this computer', () => {
    expect(english('2026-03-04T20:05:09Z')).toBe('05 Mar 2026 03:05');
    expect(english('2026-03-05T03:05:09+07:00')).toBe('05 Mar 2026 03:05');
    expect(english('2026-03-04T12:05:09.123456789-08:00')).toBe('05 Mar 2026 03:05');
  });

  it('writes the month as a number in Vietnamese', () => {
    expect(vietnamese('2026-03-04T20:05:09Z')).toBe('05/03/2026 03:05');
  });

  it('shortens each English month to three letters', () => {
    expect(english('2026-09-21T14:13:00Z')).toBe('21 Sep 2026 21:13');
  });

  it('writes midnight as 00, not 24', () => {
    expect(english('2026-03-04T17:00:00Z')).toBe('05 Mar 2026 00:00');
  });

  it.each([
    '',
    'soon',
    '2026',
    '2026-03-04',
    '2026-03-04T20:05:09',
    '2026-13-04T20:05:09Z',
    '1899-12-31T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2026-03-04T24:00:00Z',
  ])('returns %j unchanged', (text) => {
    expect(english(text)).toBe(text);
  });

  it('shows nothing for a date that means none', () => {
    expect(english('0001-01-01T00:00:00Z')).toBe('');
    expect(vietnamese('0001-01-01T07:00:00+07:00')).toBe('');
  });

  it('does not round up to the next day', () => {
    expect(english('2026-12-31T16:59:59.9999999Z')).toBe('31 Dec 2026 23:59');
  });

  it('shows the same text for a time in UTC and in UTC+7', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (instant) => {
          const shifted = new Date(instant.getTime() + 7 * 3_600_000).toISOString();
          expect(vietnamese(shifted.replace('Z', '+07:00'))).toBe(
            vietnamese(instant.toISOString()),
          );
          expect(vietnamese(instant.toISOString())).toContain(shifted.slice(11, 16));
        },
      ),
    );
  });
});
