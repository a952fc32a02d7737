import type { ErrorCode } from '../../src-shared/errors.ts';

const codes: readonly ErrorCode[] = [
  'wrong_key',
  'no_permission',
  'wrong_address',
  'key_not_saved',
  'not_connected',
  'keychain_locked',
  'keychain_denied',
  'keychain_missing',
  'keychain_failed',
];

/** Whether another key, or another place for it, gets rid of an error. */
export function isAboutTheKey(code: ErrorCode | null): boolean {
  return code !== null && codes.includes(code);
}
