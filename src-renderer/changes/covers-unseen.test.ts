import { expect, it } from 'vitest';
import { coversUnseen } from './covers-unseen.ts';

const mark = { accountId: '7d8f8d2e-6f0c-4c1e-9c57-0d7a2b9d8a11', runId: 7 };
const since = '2026-11-20T00:00:00+07:00';
const older = '2026-11-19T10:00:00.000Z';
const newer = '2026-11-22T10:00:00.000Z';

it('an older baseline shows all unseen changes, a newer one does not', () => {
  expect(coversUnseen(since, { from: older, shown: [mark] }, { from: newer })).toBe(true);
  expect(coversUnseen(since, { from: newer, shown: [mark] }, { from: newer })).toBe(true);
  expect(coversUnseen(since, { from: newer, shown: [mark] }, { from: older })).toBe(false);
});

it('of several lists, only the baseline of the last look shows all unseen changes', () => {
  const shown = [mark, { ...mark, accountId: '0d5b6d0e-52c1-4a39-8f0a-3f2f6f1c2b11' }];
  expect(coversUnseen('seen', { from: newer, shown }, { from: newer })).toBe(true);
  expect(coversUnseen(since, { from: older, shown }, { from: newer })).toBe(false);
});

it('nothing is certain if there is nothing to compare', () => {
  expect(coversUnseen(since, { from: null, shown: [mark] }, { from: newer })).toBe(false);
  expect(coversUnseen(since, { from: older, shown: [mark] }, { from: null })).toBe(false);
});
