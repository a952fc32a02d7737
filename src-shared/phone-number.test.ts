import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPhoneNumber, phoneDigits } from './phone-number.ts';

it.each([
  ['02873001234', '02873001234'],
  ['028 7300 1234', '02873001234'],
  ['(028) 7300-1234', '02873001234'],
  ['+84 28 7300 1234', '02873001234'],
  ['0084.28.7300.1234', '02873001234'],
  ['1900 636 467', '1900636467'],
  ['8428', '8428'],
  ['+1 202 555 0100', '12025550100'],
])('%s has the digits %s', (text, digits) => {
  expect(phoneDigits(text)).toBe(digits);
  expect(isPhoneNumber(text)).toBe(true);
});

it.each(['', '12', 'Minh', '0901 Minh', '1900-abc', '+', '(02'])(
  '%j is not a phone number',
  (text) => {
    expect(isPhoneNumber(text)).toBe(false);
  },
);

it('has the same digits whatever is between them', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 11 });
  const between = fc.constantFrom('', ' ', '.', '-');
  fc.assert(
    fc.property(digits, fc.array(between, { minLength: 11, maxLength: 11 }), (rest, gaps) => {
      const written = `09${rest.map((digit, at) => `${gaps[at]}${digit}`).join('')}`;
      expect(phoneDigits(written)).toBe(`09${rest.join('')}`);
      expect(isPhoneNumber(written)).toBe(true);
    }),
  );
});
