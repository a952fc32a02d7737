import { expect, it } from 'vitest';
import { formatDuration } from './format-duration.ts';

it.each([
  [0, '0 sec'],
  [420, '0.4 sec'],
  [9_949, '9.9 sec'],
  [12_340, '12 sec'],
  [59_499, '59 sec'],
  [59_999, '1 min 0 sec'],
  [185_000, '3 min 5 sec'],
])('%i ms is %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds, 'en')).toBe(text);
});

it('formats in Vietnamese', () => {
  expect(formatDuration(4_210, 'vi')).toBe('4,2 giây');
});
