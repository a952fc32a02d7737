import type { ChannelName } from '../../src-shared/channel-names.ts';
import type { ErrorCode } from '../../src-shared/errors.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { Call } from '../bridge/client.ts';

/** The way to the server is broken: waiting helps, and nothing that the user could change in the app. */
const networkCodes: readonly ErrorCode[] = ['unreachable', 'timed_out', 'proxy_failed'];

/** The server was reached, whatever it said. All other errors tell nothing about the way there. */
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

export function isNetworkError(code: ErrorCode | null): boolean {
  return code !== null && networkCodes.includes(code);
}

/** Whether a call is answered by the server rather than from this computer. */
function asksServer(name: ChannelName, request: object): boolean {
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

/** The same calls, with `report` told of every one from which it can be seen whether the server is in reach. */
export function trackNetwork(call: Call, report: (isReached: boolean) => void): Call {
  return async (name, request, options) => {
    const matters = asksServer(name, request);
    try {
      const value = await call(name, request, options);
      if (matters) report(true);
      return value;
    } catch (error) {
      if (matters && error instanceof AppError) {
        if (isNetworkError(error.code)) report(false);
        if (answerCodes.includes(error.code)) report(true);
      }
      throw error;
    }
  };
}
