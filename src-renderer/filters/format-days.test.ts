import type { TFunction } from 'i18next';
import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { locales } from '../../src-shared/locales/index.ts';
import { formatDays } from './format-days.ts';

let t: TFunction;
beforeAll(async () => {
  t = await i18next.createInstance().init({ lng: 'en', resources: locales });
});

it('formatDays formats days like the dates of the grid', () => {
  const month = { from: '2026-08-01', to: '2026-08-31' };
  expect(formatDays(t, 'en', month)).toMatch(/^1\s*–\s*31 Aug 2026$/);
  expect(formatDays(t, 'vi', month)).toMatch(/^1\/8\/2026\s*–\s*31\/8\/2026$/);
  expect(formatDays(t, 'en', { from: '2026-08-31', to: '2026-08-01' })).toBe(
    '31 Aug 2026 – 1 Aug 2026',
  );
  expect(formatDays(t, 'en', { from: '2026-08-01', to: '' })).toBe('from 1 Aug 2026');
  expect(formatDays(t, 'en', { from: '', to: '2026-08-31' })).toBe('up to 31 Aug 2026');
  expect(formatDays(t, 'en', { from: '', to: '' })).toBeNull();
});
