import type { ErrorCode } from './errors.ts';

/**
 * Returns whether an error means that a server does not offer a call (404, `bad_route`, `unimplemented`), or not for this
 * key (403).
 */
export function lacksCall(code: ErrorCode): boolean {
  return code === 'wrong_address' || code === 'no_permission';
}
