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

  const key = '1234567:AbC-dEf_gh.IjK/lm+No=';
  it.each([
    `Bearer ${key}`,
    `bearer  ${key}\n`,
    `Bearer: ${key}`,
    `Bearer Bearer ${key}`,
    `Authorization=Bearer%20${key}`,
    `Bearer+${key}`,
    `authorization=bearer+${key}`,
    `Bearer+Bearer+${key}`,
    `Bearer\u00a0${key}`,
    `Authorization: Bearer ${key}`,
    `authorization:Bearer ${key}\r\nAccept: application/json\r\n`,
    `Authorization: ${key}`,
    `"${key}"`,
    `'${key}'`,
    `“${key}”`,
    `‘${key}’`,
    `«${key}»`,
    `\`${key}\``,
    `"Bearer ${key}"`,
    `'"${key}"',`,
    `<${key}>`,
    `\ufeff${key}\u200b`,
    `\u200e \u00a0${key}\u00ad\u2060`,
    `key=${key}`,
    `API key: ${key}`,
    `API key:\n${key}\n`,
    `api_key = '${key}'`,
    `export ETELECOM_API_KEY="${key}"`,
    `$env:API_KEY = "${key}"`,
    `x-api-key: ${key}`,
    `Khóa API: ${key}`,
    `access_token=${key}`,
    `"apiKey": "${key}",`,
    `{"apiKey":"${key}","limit":25}`,
    `{\\"apiKey\\": \\"${key}\\"}`,
    `{ headers: { Authorization: 'Bearer ${key}' } }`,
    `@{Authorization="Bearer ${key}"}`,
    `curl -X POST https://api.etelecom.vn/v1/partner.Etelecom/GetPartnerTenantList -H 'Authorization: Bearer ${key}' -d '{}'`,
    `curl -H "Content-Type: application/json" \\\n  -H "Authorization: Bearer ${key}" \\\n  https://api.etelecom.vn`,
    `URL: https://api.etelecom.vn/v1/partner\nAPI key: ${key}`,
    `curl ^"https://api.etelecom.vn/v1^" ^\r\n  -H ^"authorization: Bearer ${key}^" ^\r\n  --data-raw ^"^{^}^"`,
    ...[`Bearer\u200b${key}`, `Bearer\u2060 ${key}`, `Authorization: Bearer\u200b ${key}`],
    ...[`API key：${key}`, `khóa API: ${key}`.normalize('NFD'), `Khoá: ${key}`.normalize('NFD')],
    ...[`\0${key}\0`, `${key}\ufe0f`, `${key}\u3164`, `**${key}**`, `&quot;${key}&quot;`],
    ...[`accessToken=${key}`, `secretKey: ${key}`, `{"authToken":"${key}"}`],
    ...[`Bearer%20${encodeURIComponent(key)}`, encodeURIComponent(`Authorization: Bearer ${key}`)],
    `%22${encodeURIComponent(key)}%22`,
  ])('finds the key in %j', (pasted) => {
    expect(parseApiKey(pasted)).toBe(key);
  });

  it.each([
    ['Bearer', 'api_key_empty'],
    ['Bearer+', 'api_key_empty'],
    ['Bearer%20', 'api_key_empty'],
    ['Bearer:', 'api_key_empty'],
    ['Authorization: Bearer ', 'api_key_empty'],
    ['""', 'api_key_empty'],
    ['Authorization: Basic dXNlcjpw', 'api_key_not_ascii'],
    ['old key: one\nnew key: two', 'api_key_not_ascii'],
    ['API key: one (until May)', 'api_key_not_ascii'],
    ['"apiKey": "one two"', 'api_key_not_ascii'],
    ['?api_key=one', 'api_key_not_ascii'],
    ['api_key=one&limit=25', 'api_key_not_ascii'],
    ['{"key":"x-api-key","value":"one"}', 'api_key_not_ascii'],
    ['one two', 'api_key_not_ascii'],
    ['one"two', 'api_key_not_ascii'],
    ['https://api.etelecom.vn/?token=one', 'api_key_not_ascii'],
    ['curl https://api.etelecom.vn/v1/partner', 'api_key_not_ascii'],
  ])('rejects %j instead of guessing', (pasted, code) => {
    expect(() => parseApiKey(pasted)).toThrow(expect.objectContaining({ code }));
  });

  it('keeps a key that begins with a plus sign', () => {
    expect(parseApiKey(`Bearer +${key}`)).toBe(`+${key}`);
    expect(parseApiKey(`Bearer%20+${key}`)).toBe(`+${key}`);
    expect(parseApiKey(`Bearer++${key}`)).toBe(`+${key}`);
  });

  it('rejects a key that is too long', () => {
    const longest = 'k'.repeat(2_048);
    expect(parseApiKey(`Bearer ${longest}`)).toBe(longest);
    const code = 'api_key_too_long';
    expect(() => parseApiKey(`${longest}k`)).toThrow(expect.objectContaining({ code }));
  });

  it('rejects a text without repeating it, or returns a part that is safe in a header', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('Bearer ', 'Authorization: ', 'key=', '"', "'", '“', '\\', '\u200b', '{'),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 3, maxLength: 8 }), (pieces) => {
        const pasted = pieces.join('');
        let key: string;
        try {
          key = parseApiKey(pasted);
        } catch (error) {
          if (pasted.length >= 12) expect(String(error)).not.toContain(pasted);
          return;
        }
        const headers = new Headers({ Authorization: `Bearer ${key}` });
        expect(headers.get('Authorization')).toBe(`Bearer ${key}`);
        expect(pasted).toContain(key);
        expect(parseApiKey(key)).toBe(key);
      }),
    );
  });

  it('takes no time for a long text', () => {
    for (const text of [' ', 'a', 'key', '"', 'api key:', 'bearer ', 'x_', '\u200b']) {
      const pasted = text.repeat(20_000 / text.length) + '!';
      const start = process.cpuUsage();
      try {
        parseApiKey(pasted);
      } catch {
        // Only the time matters here.
      }
      expect(process.cpuUsage(start).user / 1000).toBeLessThan(500);
    }
  });
});
