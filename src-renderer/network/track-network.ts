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

/** Returns whether the main process calls the server to answer a call. */
function needsServer(name: ChannelName, request: object): boolean {
  switch (name) {
    case 'testConnection':
    case 'refreshList':
      return true;
    case 'listTenants':
      return 'source' in request && request.source === 'live';
    default:
      return false;
  }
}

/**
 * Wraps `call`.
 *
 * @param onReachable called after each call that shows whether the server can be reached.
 */
export function trackNetwork(call: Call, onReachable: (isReachable: boolean) => void): Call {
  return async (name, request, options) => {
    const isToServer = needsServer(name, request);
    try {
      const value = await call(name, request, options);
      if (isToServer) onReachable(true);
      return value;
    } catch (error) {
      if (isToServer && error instanceof AppError) {
        if (isNetworkError(error.code)) onReachable(false);
        if (answerCodes.includes(error.code)) onReachable(true);
      }
      throw error;
    }
  };
}
