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

/** Errors that stay until the user enters a key or an address: another try alone cannot succeed. */
const lastingCodes: readonly ErrorCode[] = [
  'wrong_key',
  'wrong_address',
  'key_not_saved',
  'key_for_other_address',
  'address_not_allowed',
  'not_connected',
];

/** Returns whether only another key or address can resolve an error. */
export function needsKey(code: ErrorCode | null): boolean {
  return code !== null && lastingCodes.includes(code);
}

/** Returns whether another key, or another place to store it, can resolve an error. */
export function isKeyError(code: ErrorCode | null): boolean {
  return code !== null && keyErrorCodes.includes(code);
}
