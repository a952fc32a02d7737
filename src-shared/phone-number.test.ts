import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPhoneNumber, numberSearches, phoneDigits, searchableNumber } from './phone-number.ts';

it.each([
  ['02873001234', '02873001234'],
  ['028 7300 1234', '02873001234'],
  ['(028) 7300-1234', '02873001234'],
  ['+84 28 7300 1234', '02873001234'],
  ['0084.28.7300.1234', '02873001234'],
  ['1900 636 467', '1900636467'],
  ['8428', '8428'],
  ['+1 202 555 0100', '12025550100'],
  ['84901234567', '0901234567'],
  ['842873001234', '02873001234'],
  ['84 90 123', '8490123'],
  ['(+84) 24 3822 1234', '02438221234'],
  ['(+84)2438221234', '02438221234'],
  ['+84 (0)24 3822 1234', '02438221234'],
  ['0084 (0) 90 123 45 67', '0901234567'],
  ['84 (0)24 3822 1234', '02438221234'],
  ['024–3822–1234', '02438221234'],
  ['024\u20113822\u20111234', '02438221234'],
  ['024/38221234', '02438221234'],
  ['tel:+842438221234', '02438221234'],
  ['\u202a+84\u00a024 3822 1234\u202c', '02438221234'],
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

it.each([
  ['0901234567', '0901234567'],
  ['+84901234567', '+84901234567 0901234567'],
  ['+84 (0)24 3822 1234', '+84 (0)24 3822 1234 02438221234'],
  ['1900 5678', '1900 5678 19005678'],
  ['Tổng đài', 'Tổng đài'],
])('%s is searched in %j', (text, searched) => {
  expect(searchableNumber(text)).toBe(searched);
});

it.each([
  ['84 903', ['84 903', '84903', '0903']],
  ['1900 5678', ['1900 5678', '19005678']],
  ['+84 24', ['+84 24', '024']],
  ['024', ['024']],
  ['24 7', ['24 7', '247']],
  ['24 3822 1234', ['24 3822 1234', '2438221234', '02438221234']],
  ['912345678', ['912345678', '0912345678']],
  ['19001234', ['19001234']],
  ['ha noi', ['ha noi']],
])('%s is searched as %j', (text, searches) => {
  expect(numberSearches(text)).toEqual(searches);
});
