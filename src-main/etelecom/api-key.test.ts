import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseApiKey } from './api-key.ts';

describe('parseApiKey', () => {
  it('removes surrounding white space', () => {
    expect(parseApiKey(' \r\n1234567:AbCdEf\t\n')).toBe('1234567:AbCdEf');
  });

  it.each([
    ['', 'api_key_empty'],
    [' \n', 'api_key_empty'],
    ['abc\ndef', 'api_key_not_ascii'],
    ['abc\u0000def', 'api_key_not_ascii'],
    ['khóa', 'api_key_not_ascii'],
    ['abc\u200bdef', 'api_key_not_ascii'],
  ])('rejects %j', (pasted, code) => {
    expect(() => parseApiKey(pasted)).toThrow(expect.objectContaining({ code }));
  });

  it('rejects a key without repeating it, or returns a key that is safe in a header', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12, unit: 'binary' }), (pasted) => {
        try {
          const headers = new Headers({ Authorization: `Bearer ${parseApiKey(pasted)}` });
          expect(headers.get('Authorization')).toBe(`Bearer ${pasted.trim()}`);
        } catch (error) {
          expect(String(error)).not.toContain(pasted);
        }
      }),
    );
  });
});
