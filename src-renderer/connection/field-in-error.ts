import type { ErrorCode } from '../../src-shared/errors.ts';

/** Returns what the user must change before the next attempt: a field, the place to store the key, or neither. */
export function fieldInError(code: ErrorCode): 'baseUrl' | 'apiKey' | 'keychain' | null {
  if (code.startsWith('keychain_')) return 'keychain';
  if (code.startsWith('base_url_') || code === 'wrong_address') return 'baseUrl';
  if (code.startsWith('api_key_') || code === 'wrong_key' || code === 'key_already_added') {
    return 'apiKey';
  }
  return null;
}
