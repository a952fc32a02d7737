import type { TFunction } from 'i18next';
import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { locales } from '../../src-shared/locales/index.ts';
import { formatDays, isReversed, spanOf } from './format-days.ts';

const today = '2026-11-23';

let t: TFunction;
beforeAll(async () => {
  t = await i18next.createInstance().init({ lng: 'en', resources: locales });
});

it('formatDays formats days like the dates of the grid', () => {
  const format = (from: string, to: string) => formatDays(t, 'en', { from, to }, today);
  const month = { from: '2026-08-01', to: '2026-08-31' };
  expect(formatDays(t, 'en', month, today)).toMatch(/^1\s*–\s*31 Aug 2026$/);
  expect(formatDays(t, 'vi', month, today)).toMatch(/^1\/8\/2026\s*–\s*31\/8\/2026$/);
  expect(format('2026-08-31', '2026-08-01')).toBe('31 Aug 2026 – 1 Aug 2026');
  expect(format('2026-08-01', '')).toBe('from 1 Aug 2026');
  expect(format('', '2026-08-31')).toBe('up to 31 Aug 2026');
  expect(format('', '')).toBeNull();
});

it('formatDays names relative days, and resolves them in other ranges', () => {
  const format = (from: string, to: string) => formatDays(t, 'en', { from, to }, today);
  expect(format('last7Days', '')).toBe('Last 7 days');
  expect(format('', 'olderThan30Days')).toBe('Older than 30 days');
  expect(format('today', '')).toBe('from 23 Nov 2026');
  expect(format('thisYear', 'olderThan30Days')).toMatch(/^1 Jan\s*–\s*24 Oct 2026$/);
  expect(spanOf({ from: 'thisYear', to: 'olderThan30Days' })).toBeUndefined();
});

it('isReversed finds ranges that end before they begin', () => {
  expect(isReversed({ from: '2026-08-02', to: '2026-08-01' }, today)).toBe(true);
  expect(isReversed({ from: 'last7Days', to: 'olderThan30Days' }, today)).toBe(true);
  for (const [from = '', to = ''] of [
    ['2026-08-01', '2026-08-01'],
    ['2026-08-02', ''],
    ['', '1'],
  ]) {
    expect(isReversed({ from, to }, today)).toBe(false);
  }
});
