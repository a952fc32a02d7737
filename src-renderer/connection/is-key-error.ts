import type { ErrorCode } from '../../src-shared/errors.ts';

const keyErrorCodes: readonly ErrorCode[] = [
  'wrong_key',
  'no_permission',
  'wrong_address',
  'key_not_saved',
  'key_for_other_address',
  'address_not_allowed',
  'not_connected',
  'keychain_locked',
  'keychain_denied',
  'keychain_missing',
  'keychain_failed',
  'keychain_no_answer',
];

/** Returns whether another key, or another place to store it, can resolve an error. */
export function isKeyError(code: ErrorCode | null): boolean {
  return code !== null && keyErrorCodes.includes(code);
}
