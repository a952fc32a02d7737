import { expect, it } from 'vitest';
import { fieldInError } from './field-in-error.ts';

it.each([
  ['keychain_locked', 'keychain'],
  ['keychain_full', 'keychain'],
  ['base_url_not_https', 'baseUrl'],
  ['wrong_address', 'baseUrl'],
  ['api_key_empty', 'apiKey'],
  ['api_key_too_long', 'apiKey'],
  ['wrong_key', 'apiKey'],
  ['key_already_added', 'apiKey'],
  ['key_not_saved', null],
  ['unreachable', null],
] as const)('the code %s needs a change of %s', (code, field) => {
  expect(fieldInError(code)).toBe(field);
});
