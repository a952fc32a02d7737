import { describe, expect, it } from 'vitest';
import { createClock } from '../../src-shared/time-zone.ts';
import { formatWhen } from './format-when.ts';

const clock = createClock('vietnam');
/** 16:05 in Vietnam. */
const now = Date.parse('2026-11-23T09:05:30Z');

describe('formatWhen', () => {
  it.each([
    ['2026-11-23T09:05:10Z', 'today 16:05', 'just now'],
    ['2026-11-23T09:02:10Z', 'today 16:02', '3 minutes ago'],
    ['2026-11-23T07:05:00Z', 'today 14:05', '2 hours ago'],
    // Yesterday in UTC, but today in Vietnam.
    ['2026-11-22T17:00:00Z', 'today 00:00', '16 hours ago'],
    ['2026-11-22T16:59:00Z', 'yesterday 23:59', '16 hours ago'],
    ['2026-11-21T07:05:00Z', '21 Nov 2026 14:05', '2 days ago'],
  ])('%s is %s, %s', (fetchedAt, when, ago) => {
    expect(formatWhen(fetchedAt, now, 'en', clock)).toEqual({ when, ago });
  });

  it('uses lower case in Vietnamese', () => {
    expect(formatWhen('2026-11-23T07:05:00Z', now, 'vi', clock)).toEqual({
      when: 'lúc 14:05 hôm nay',
      ago: '2 giờ trước',
    });
    expect(formatWhen('2026-11-22T07:05:00Z', now, 'vi', clock).when).toBe('lúc 14:05 hôm qua');
    expect(formatWhen('2026-11-23T09:05:10Z', now, 'vi', clock).ago).toBe('vừa xong');
    expect(formatWhen('2026-11-21T07:05:00Z', now, 'vi', clock).when).toBe('21/11/2026 14:05');
  });

  it('does not say how long ago a list from the future was fetched', () => {
    expect(formatWhen('2026-11-23T09:05:59Z', now, 'en', clock).ago).toBe('just now');
    expect(formatWhen('2026-11-23T10:05:00Z', now, 'en', clock)).toEqual({
      when: 'today 17:05',
      ago: null,
    });
    expect(formatWhen('2027-01-01T00:00:00Z', now, 'en', clock).when).toBe('01 Jan 2027 07:00');
  });
});
