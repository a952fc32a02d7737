import fc from 'fast-check';
import { expect, it } from 'vitest';
import { languages } from '../../src-shared/choices.ts';
import { formatDay } from './format-day.ts';
import { parseDay } from './parse-day.ts';

it.each([
  '23/11/2026',
  ' 23.11.2026 ',
  '23-11-2026',
  '23 Nov 2026',
  '23 november 2026',
  '2026-11-23',
])('parseDay understands %j', (text) => {
  expect(parseDay(text)).toBe('2026-11-23');
});

it('parseDay puts the day before the month', () => {
  expect(parseDay('1/2/2026')).toBe('2026-02-01');
});

it.each(['', '23/11', '31/11/2026', '11/23/2026', '1/1/26', '1/1/2026/1', 'today', '1 Foo 2026'])(
  'parseDay refuses %j',
  (text) => {
    expect(parseDay(text)).toBeNull();
  },
);

it('parseDay reads what formatDay writes, in each language', () => {
  const anyDay = fc
    .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...languages), (day, language) => {
      expect(parseDay(formatDay(language, day))).toBe(day);
    }),
  );
});
