import { expect, it } from 'vitest';
import { readKeyRecord, writeKeyRecord } from './key-record.ts';

const baseUrl = 'https://pbx.example.vn/v1';

it('returns the key and its address', () => {
  const credentials = { baseUrl, apiKey: 'sandbox:0123456789abcdef' };
  expect(readKeyRecord(writeKeyRecord(credentials))).toEqual(credentials);
});

it.each(['', ' ', 'secret\n', 'sec\u0000ret', 'ключ', 'Bearer secret'])(
  'refuses a key that no server can have got: %j',
  (apiKey) => {
    expect(() => readKeyRecord(writeKeyRecord({ baseUrl, apiKey }))).toThrow(
      expect.objectContaining({ code: 'key_not_saved' }),
    );
  },
);
