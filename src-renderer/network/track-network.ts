import type { ChannelName } from '../../src-shared/channel-names.ts';
import type { ErrorCode } from '../../src-shared/errors.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { Call } from '../bridge/call.ts';

/** Errors on the way to the server. The user can only wait. */
const networkCodes: readonly ErrorCode[] = ['unreachable', 'timed_out', 'proxy_failed'];

/** Errors that the server answered with, so it was reached. All other errors say nothing about the network. */
const answerCodes: readonly ErrorCode[] = [
  'wrong_key',
  'no_permission',
  'wrong_address',
  'rate_limited',
  'server_unavailable',
  'server_failed',
  'request_refused',
  'cursor_repeated',
];

/** Returns whether an error means that the server could not be reached. */
export function isNetworkError(code: ErrorCode | null): boolean {
  return code !== null && networkCodes.includes(code);
}

/** Returns the account whose server the main process calls to answer a call; `null` if it calls none. */
function findAccount(name: ChannelName, request: object): string | null {
  const needsServer =
    name === 'testConnection' ||
    name === 'refreshList' ||
    (name === 'listTenants' && 'source' in request && request.source === 'live');
  const accountId = 'accountId' in request ? request.accountId : null;
  return needsServer && typeof accountId === 'string' ? accountId : null;
}

/**
 * Wraps `call`.
 *
 * @param onReachable called after each call that shows whether the server of an account can be reached.
 */
export function trackNetwork(
  call: Call,
  onReachable: (accountId: string, isReachable: boolean) => void,
): Call {
  return async (name, request, options) => {
    const accountId = findAccount(name, request);
    try {
      const value = await call(name, request, options);
      if (accountId !== null) onReachable(accountId, true);
      return value;
    } catch (error) {
      if (accountId !== null && error instanceof AppError) {
        if (isNetworkError(error.code)) onReachable(accountId, false);
        if (answerCodes.includes(error.code)) onReachable(accountId, true);
      }
      throw error;
    }
  };
}
