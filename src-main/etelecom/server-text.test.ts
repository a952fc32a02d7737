import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src-shared/errors.ts';
import { withoutSecret } from './server-text.ts';

const key = '1234567:aB9_xYzQ-secretPart';

function shown(serverMessage: string, secret = key): string {
  const error = new AppError({ code: 'request_refused', message: 'Refused', serverMessage });
  return withoutSecret(error, secret).toFields().serverMessage ?? '';
}

it('removes a status that is the key', () => {
  const answer = { status: 500, at: '2026-11-27T08:00:00.000Z' };
  const error = new AppError({ code: 'server_failed', message: 'Failed', answer });
  expect(withoutSecret(error, key).toFields().answer).toEqual(answer);
  expect(withoutSecret(error, '500').toFields().answer).toBeUndefined();
});

const eachLetter = (text: string, encode: (code: number) => string) =>
  text
    .split('')
    .map((letter) => encode(letter.charCodeAt(0)))
    .join('');
const hex = (code: number) => code.toString(16).padStart(2, '0');

const encodings: Record<string, (text: string) => string> = {
  'as it is': (text) => text,
  'in upper case': (text) => text.toUpperCase(),
  'percent-encoded': encodeURIComponent,
  'with each letter percent-encoded': (text) => eachLetter(text, (code) => `%${hex(code)}`),
  'percent-encoded twice': (text) =>
    encodeURIComponent(eachLetter(text, (code) => `%${hex(code)}`)),
  'in base64': (text) => Buffer.from(text).toString('base64'),
  'in base64 for URLs': (text) => Buffer.from(text).toString('base64url'),
  'in base64 after a word': (text) => `key${Buffer.from(text).toString('base64')}`,
  'in base64 twice': (text) => Buffer.from(Buffer.from(text).toString('base64')).toString('base64'),
  'in base64 with what is around it': (text) =>
    Buffer.from(`Bearer ${text};x=1`).toString('base64'),
  'in base64 over lines': (text) =>
    Buffer.from(text)
      .toString('base64')
      .replaceAll(/(.{8})/g, '$1\n'),
  'in JSON escapes': (text) => eachLetter(text, (code) => `\\u00${hex(code)}`),
  'with each second letter in a JSON escape': (text) =>
    text.replaceAll(
      /(.)(.)/g,
      (_, first: string, second: string) => `\\u00${hex(first.charCodeAt(0))}${second}`,
    ),
  'as code points': (text) => eachLetter(text, (code) => `U+00${hex(code)} `),
  'in JavaScript escapes': (text) => eachLetter(text, (code) => `\\x${hex(code)}`),
  'in octal escapes': (text) =>
    eachLetter(text, (code) => `\\${code.toString(8).padStart(3, '0')}`),
  'in HTML entities': (text) => eachLetter(text, (code) => `&#${code};`),
  'with punctuation by name': (text) =>
    text.replaceAll(':', '&colon;').replaceAll('_', '&lowbar;').replaceAll('-', '&hyphen;'),
  'with percent signs by name': (text) => eachLetter(text, (code) => `&percnt;${hex(code)}`),
  'with backslashes by name': (text) => eachLetter(text, (code) => `&bsol;u00${hex(code)}`),
  'in hexadecimal HTML entities': (text) => eachLetter(text, (code) => `&#X${hex(code)};`),
  'in hexadecimal': (text) => Buffer.from(text).toString('hex'),
  'in upper-case hexadecimal': (text) => Buffer.from(text).toString('hex').toUpperCase(),
  'in hexadecimal with colons': (text) => eachLetter(text, (code) => `${hex(code)}:`),
  'in hexadecimal with 0x': (text) => eachLetter(text, (code) => `0x${hex(code)}, `),
  'as numbers': (text) => eachLetter(text, (code) => `${code}, `),
  'split by spaces': (text) => text.split('').join(' '),
  'split by zero-width spaces': (text) => text.split('').join('\u200b'),
  'split over lines': (text) => text.replaceAll(/(.{5})/g, '$1\r\n'),
  backwards: (text) => text.split('').toReversed().join(''),
  'in full-width letters': (text) =>
    eachLetter(text, (code) => String.fromCharCode(code + 0xfe_e0)),
  'with accents': (text) => text.split('').join('\u0301'),
  cut: (text) => text.slice(0, 20),
};

describe('a message of the server', () => {
  it.each(Object.entries(encodings))('is not shown with the key %s', (_name, encode) => {
    const message = shown(`Khóa ${encode(key)} không hợp lệ`);
    // The plain key is replaced, everything else drops the message.
    expect(['', 'Khóa … không hợp lệ']).toContain(message);
  });

  it('never shows a key, whatever it consists of', () => {
    const anyKey = fc.string({
      unit: fc.constantFrom(...'abcXYZ019:_-.'.split('')),
      minLength: 12,
      maxLength: 60,
    });
    const anyEncoding = fc.constantFrom(
      ...Object.entries(encodings).flatMap(([name, encode]) =>
        /percent-encoded$|base64|escapes|entities|in hexadecimal$/.test(name) ? [encode] : [],
      ),
    );
    fc.assert(
      fc.property(anyKey, anyEncoding, anyEncoding, (secret, inner, outer) => {
        fc.pre(secret.replaceAll(/[^a-z0-9]/gi, '').length >= 8);
        for (const text of [inner(secret), outer(inner(secret))]) {
          expect(['', 'Lỗi …']).toContain(shown(`Lỗi ${text}`, secret));
        }
      }),
      {
        numRuns: 300,
        examples: [['aaaaaaaaaaaa', encodings['in base64 twice'], encodings['in base64 twice']]],
      },
    );
  });

  it.each([
    'Quá nhiều yêu cầu, vui lòng thử lại sau',
    'paging is invalid (sort does not match)',
    'Request 550e8400-e29b-41d4-a716-446655440000 failed at 2026-11-26T00:00:00Z',
  ])('is shown without the key: %s', (message) => {
    expect(shown(message)).toBe(message);
  });

  it('is cut, and has no control characters', () => {
    expect(shown('x'.repeat(1_000_000))).toBe(`${'x'.repeat(300)}…`);
    expect(shown(`${'x'.repeat(299)}🏪🏪`)).toBe(`${'x'.repeat(299)}\ufffd…`);
    expect(shown('a\u0000b\u202ec\r\nd')).toBe('a b c d');
  });

  it('is examined in bounded time', () => {
    const start = process.cpuUsage();
    shown(Buffer.from('MTIzNDU2Nzg5'.repeat(100_000)).toString('base64'));
    shown(Array.from({ length: 500 }, (_, at) => `\\u00${hex(at % 256)} ab12`).join(''));
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1_000);
  });
});
