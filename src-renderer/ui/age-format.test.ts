import { describe, expect, it } from 'vitest';
import { createClock } from '../../src-shared/time-zone.ts';
import { createAgeFormat } from './age-format.ts';

const clock = createClock('vietnam');
const now = Date.parse('2026-11-24T03:00:00Z');
const english = { now, clock, language: 'en' } as const;
const vietnamese = { now, clock, language: 'vi' } as const;

describe('an age', () => {
  it.each([
    ['2026-11-23T17:00:00Z', 'today', 'hôm nay'],
    ['2026-11-23T16:59:59Z', '1 day', '1 ngày'],
    ['2026-10-21T03:00:00Z', '34 days', '34 ngày'],
    ['2022-11-24T03:00:00Z', '1,461 days', '1.461 ngày'],
    ['2026-11-25T03:00:00Z', '', ''],
    ['0001-01-01T00:00:00Z', '', ''],
    ['soon', '', ''],
  ])('of %s is the number of midnights since then', (text, inEnglish, inVietnamese) => {
    expect(createAgeFormat(english)(text)).toBe(inEnglish);
    expect(createAgeFormat(vietnamese)(text)).toBe(inVietnamese);
  });
});
