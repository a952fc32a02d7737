import { describe, expect, it } from 'vitest';
import { createClock } from '../../src-shared/time-zone.ts';
import { describeTime } from './describe-time.ts';

const clock = createClock('vietnam');
const now = Date.parse('2026-11-24T03:00:00Z');
const english = { now, clock, language: 'en' } as const;
const vietnamese = { now, clock, language: 'vi' } as const;

describe('describeTime', () => {
  it.each([
    ['2026-11-21T07:05:33.9Z', '3 days ago · 21 Nov 2026 14:05:33 (UTC+7)'],
    ['2026-11-23T16:59:59Z', '10 hours ago · 23 Nov 2026 23:59:59 (UTC+7)'],
    ['2026-11-24T02:58:30Z', '1 minute ago · 24 Nov 2026 09:58:30 (UTC+7)'],
    ['2026-11-24T02:59:40Z', 'just now · 24 Nov 2026 09:59:40 (UTC+7)'],
    ['2026-12-01T03:00:00Z', 'in 7 days · 01 Dec 2026 10:00:00 (UTC+7)'],
    ['0001-01-01T00:00:00Z', ''],
    ['soon', null],
  ])('says how long ago %s was, and when', (text, described) => {
    expect(describeTime(text, english)).toBe(described);
  });

  it('speaks Vietnamese', () => {
    expect(describeTime('2026-11-21T07:05:33Z', vietnamese)).toBe(
      '3 ngày trước · 21/11/2026 14:05:33 (UTC+7)',
    );
  });
});
