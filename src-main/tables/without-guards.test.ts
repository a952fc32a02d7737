import fc from 'fast-check';
import { expect, it } from 'vitest';
import { guardFormula } from '../../src-shared/guard-formula.ts';
import { rowsOf } from './test-read.ts';
import { withoutGuards } from './without-guards.ts';

const separators = [',', ';', '\t'] as const;

it.each([
  ["'-5% off", '-5% off'],
  ["'+84 90 123", '+84 90 123'],
  ["'=1", '=1'],
  ["'@a", '@a'],
  ["'＝1", '＝1'],
  ["a\n'- b\n'- c", 'a\n- b\n- c'],
  ["' \n'- b", ' \n- b'],
  ["a; '=1", "a; '=1"],
  ["a;'=1", 'a;=1'],
  // The export writes these as they are.
  ["'quoted'", "'quoted'"],
  ["''=1", "''=1"],
  ["a,'=1", "a,'=1"],
  ["don't", "don't"],
  ["a\n'\nb", "a\n'\nb"],
  // The export would write an apostrophe in front.
  ["=1;'=2", "=1;'=2"],
  ["'", "'"],
])('%j is %j', (text, expected) => {
  expect(withoutGuards(text, ',')).toBe(expected);
});

it('every text is the same after it is guarded', () => {
  const unit = fc.constantFrom(...'=+-@＝ab1 \u00a0\u200b"\t\r\n,;|'.split(''));
  fc.assert(
    fc.property(fc.string({ unit }), fc.constantFrom(...separators), (text, separator) => {
      expect(withoutGuards(guardFormula(text, separator), separator)).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});

it('a text with apostrophes is guarded as before', () => {
  const unit = fc.constantFrom(...`'''=-@a \t\r\n,;`.split(''));
  fc.assert(
    fc.property(fc.string({ unit }), fc.constantFrom(...separators), (text, separator) => {
      const guarded = guardFormula(text, separator);
      expect(guardFormula(withoutGuards(guarded, separator), separator)).toBe(guarded);
    }),
    { numRuns: 2_000 },
  );
});

it('a text file of this app has its texts without guards', async () => {
  const file =
    '\ufeffID;\'-Tên;Note\r\n1;\'-5% off;"\'- a\n\'- b"\r\n2;\'quoted;"=""+84901234567"""\r\n';
  expect(await rowsOf('a.csv', file)).toEqual([
    ['ID', '-Tên', 'Note'],
    ['1', '-5% off', '- a\n- b'],
    ['2', "'quoted", '+84901234567'],
  ]);
});
