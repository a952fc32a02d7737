import { describe, expect, it } from 'vitest';
import { ageOf } from './age.ts';

/** 16:05 in Vietnam. */
const now = Date.parse('2026-11-23T09:05:30Z');

describe('ageOf', () => {
  it.each([
    ['2026-11-23T09:05:10Z', 'today 16:05', 'now'],
    ['2026-11-23T09:02:10Z', 'today 16:02', '3 minutes ago'],
    ['2026-11-23T07:05:00Z', 'today 14:05', '2 hours ago'],
    // Still yesterday in Greenwich, today in Vietnam.
    ['2026-11-22T17:00:00Z', 'today 00:00', '16 hours ago'],
    ['2026-11-22T16:59:00Z', 'yesterday 23:59', '16 hours ago'],
    ['2026-11-21T07:05:00Z', '21 Nov 2026 14:05', '2 days ago'],
  ])('%s is %s, %s', (fetchedAt, when, ago) => {
    expect(ageOf(fetchedAt, now, 'en')).toEqual({ when, ago });
  });

  it('speaks Vietnamese in the middle of a sentence', () => {
    expect(ageOf('2026-11-23T07:05:00Z', now, 'vi')).toEqual({
      when: 'hôm nay 14:05',
      ago: '2 giờ trước',
    });
    expect(ageOf('2026-11-22T07:05:00Z', now, 'vi').when).toBe('hôm qua 14:05');
    expect(ageOf('2026-11-21T07:05:00Z', now, 'vi').when).toBe('21/11/2026 14:05');
  });

  it('does not say how old a list from the future is', () => {
    expect(ageOf('2026-11-23T09:05:59Z', now, 'en').ago).toBe('now');
    expect(ageOf('2026-11-23T10:05:00Z', now, 'en')).toEqual({ when: 'today 17:05', ago: null });
    expect(ageOf('2027-01-01T00:00:00Z', now, 'en').when).toBe('01 Jan 2027 07:00');
  });
});
