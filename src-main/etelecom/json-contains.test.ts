import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonContains } from './json-contains.ts';

const key = '1234567:aB9_xYzQ-secretPart';

const eachLetter = (text: string, encode: (code: number) => string) =>
  text
    .split('')
    .map((letter) => encode(letter.charCodeAt(0)))
    .join('');
const hex = (code: number) => code.toString(16).padStart(2, '0');

/** The same search for keys without packed forms, in time that grows with the length of the key. */
function simplyContains(text: string, secret: string): boolean {
  const pattern = eachLetter(secret, (code) => {
    const letter = String.raw`\u00${hex(code)}`;
    return String.raw`(?:\\?${letter}|(?i:\\u00${hex(code)}|%${hex(code)}))`;
  });
  return new RegExp(pattern).test(text);
}

describe('JSON with a key', () => {
  const escaped = (text: string) => eachLetter(text, (code) => `\\u00${hex(code)}`);
  const contains = (text: string, secret = key) =>
    jsonContains(new TextEncoder().encode(`{"name":"Cửa hàng ${text}"}`), secret);

  it.each([
    key,
    escaped(key),
    escaped(key)
      .toUpperCase()
      .replaceAll(String.raw`\U`, String.raw`\u`),
    key.replace('x', String.raw`\u0078`),
    key.replace('z', String.raw`\u007A`),
    encodeURIComponent(key),
    eachLetter(key, (code) => `%${hex(code)}`),
    eachLetter(key, (code) => `%${hex(code).toUpperCase()}`),
    eachLetter(key, (code) => `%25${hex(code)}`),
    eachLetter(key, (code) => `&#${code};`),
    eachLetter(key, (code) => `&#x${hex(code)};`),
    eachLetter(key, (code) => `&#X00${hex(code).toUpperCase()};`),
    eachLetter(key, hex),
    eachLetter(key, hex).toUpperCase(),
  ])('is found as %s', (text) => {
    expect(contains(text)).toBe(true);
    expect(contains(text.slice(0, -1))).toBe(false);
  });

  it('is found if the key has a slash, escaped or not', () => {
    expect(contains(String.raw`a\/b+c=`, 'a/b+c=')).toBe(true);
    expect(contains('a/b+c=', 'a/b+c=')).toBe(true);
  });

  it('is found in base64, whatever is around it', () => {
    const keys = fc.string({
      unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
      minLength: 12,
    });
    fc.assert(
      fc.property(keys, fc.string(), fc.string(), (secret, before, after) => {
        const bytes = Buffer.from(`${before}${secret}${after}`);
        const base64 = bytes.toString('base64');
        expect(contains(base64, secret)).toBe(true);
        expect(contains(base64.replaceAll('/', String.raw`\/`), secret)).toBe(true);
        expect(contains(bytes.toString('base64url'), secret)).toBe(true);
        expect(contains(bytes.toString('hex'), secret)).toBe(true);
      }),
    );
    expect(contains(Buffer.from(key.slice(1)).toString('base64'))).toBe(false);
  });

  it('is found wherever a simple search finds it', () => {
    const ways: ((letter: string, digits: string) => string)[] = [
      (letter) => letter,
      (_letter, digits) => `\\u00${digits}`,
      (_letter, digits) => `%${digits}`,
      // `\u` starts a code.
      (letter) => (letter === 'u' ? letter : `\\${letter}`),
    ];
    const written = fc.record({
      letter: fc.constantFrom(...'0123abcdufx-_.:/'.split('')),
      way: fc.constantFrom(...ways),
    });
    const around = fc.string({ unit: fc.constantFrom(...String.raw`%\u0031abx-`.split('')) });
    const secrets = fc.array(written, { minLength: 20, maxLength: 30 });
    fc.assert(
      fc.property(secrets, around, around, (letters, before, after) => {
        const secret = letters.map(({ letter }) => letter).join('');
        const text = letters.map(({ letter, way }) => way(letter, hex(letter.charCodeAt(0))));
        // `\u0031` stands for `1`, not for `u0031`.
        fc.pre(!/u[0-9a-f]{4}/.test(secret));
        const written = before + text.join('') + after;
        expect(simplyContains(written, secret)).toBe(true);
        expect(contains(written, secret)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is not found if a character of it is another one', () => {
    const unit = fc.constantFrom(...'ghijkl+/=-_.:'.split(''));
    fc.assert(
      fc.property(fc.string({ unit, minLength: 12, maxLength: 30 }), fc.nat(29), (secret, at) => {
        const other =
          secret.slice(0, at % secret.length) + 'm' + secret.slice((at % secret.length) + 1);
        for (const text of [other, escaped(other), encodeURIComponent(other)]) {
          expect(simplyContains(text, secret)).toBe(false);
          expect(contains(text, secret)).toBe(false);
        }
      }),
    );
  });

  it('is found after characters that an escape would need', () => {
    const secret = '3fab-0123456789-secret';
    expect(contains(`%${secret.replaceAll('-', '%2d')}`, secret)).toBe(true);
    expect(contains(String.raw`\u00` + secret.replaceAll('-', String.raw`\u002d`), secret)).toBe(
      true,
    );
    expect(contains('0123456789-secret'.replaceAll('-', '%2d'), secret)).toBe(false);
  });

  it('is found by its end if it is long', () => {
    const long = Array.from({ length: 400 }, (_, at) => `${at}-`).join('');
    for (const text of [long, escaped(long), encodeURIComponent(long), btoa(long)]) {
      expect(contains(text, long)).toBe(true);
    }
    expect(contains(long.slice(0, -1), long)).toBe(false);
    expect(contains(long.slice(1_000), long)).toBe(true);
  });

  it('is not found in other letters', () => {
    expect(contains(key.toLowerCase())).toBe(false);
    expect(contains('a/bbbc', 'a/b+c')).toBe(false);
    expect(contains('axb', 'a.b')).toBe(false);
  });
});
