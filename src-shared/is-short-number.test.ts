import { expect, it } from 'vitest';
import { isShortNumber } from './is-short-number.ts';

it.each([
  ['1.108784378745225E+18', true],
  ['1.10878E+18', true],
  // As Vietnamese systems write it.
  ['1,10878E+18', true],
  ['1e+15', true],
  ['1108784378745224565', false],
  ['1E+14', false],
  ['1.5', false],
  ['Công ty E+18', false],
])('recognizes large numbers in their short form: %s', (cell, isShort) => {
  expect(isShortNumber(cell)).toBe(isShort);
});
