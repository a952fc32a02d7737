import { isHTTPError, isTimeoutError } from 'ky';
import { AppError, type ErrorCode } from '../../src-shared/errors.ts';
import { parseErrorBody, type WireError } from './wire-error.ts';

/**
 * Converts an error of the HTTP client. The error code in the answer's body decides; the status decides only if a gateway
 * answered instead of the API. Returns other errors unchanged.
 *
 * @param hasCursor whether the request had a cursor.
 */
export function toAppError(error: unknown, hasCursor: boolean): unknown {
  if (isTimeoutError(error)) {
    return new AppError({ code: 'timed_out', message: 'The server did not answer in time' });
  }
  if (!isHTTPError(error)) return error;
  return errorOfAnswer(error.response.status, parseErrorBody(error.data), hasCursor);
}

/**
 * Returns the error that an answer means.
 *
 * @param body `null` if the body is not from this API.
 * @param hasCursor whether the request had a cursor, which the API may have refused.
 */
export function errorOfAnswer(
  status: number,
  body: WireError | null,
  hasCursor: boolean,
): AppError {
  return new AppError({
    code:
      hasCursor && cursorRefusals.has(body?.code ?? '')
        ? 'cursor_expired'
        : (codesByTwirpCode.get(body?.code ?? '') ?? codeByStatus(status, body !== null)),
    message: `The server answered ${status} ${body?.code ?? 'without an error body'}`,
    ...(body?.msg && { serverMessage: body.msg }),
  });
}

/**
 * Returns whether the API refused the cursor of a request. It is not documented how long a cursor is valid, nor how the
 * API refuses one. So every code that may mean this counts, but not the bare status of a gateway.
 */
export function refusesCursor(error: unknown): boolean {
  const body = isHTTPError(error) ? parseErrorBody(error.data) : null;
  return body !== null && cursorRefusals.has(body.code);
}

const cursorRefusals = new Set([
  'invalid_argument',
  'not_found',
  'out_of_range',
  'failed_precondition',
  'aborted',
]);

/** Twirp's codes (https://twitchtv.github.io/twirp/docs/errors.html) that are more specific than the status. */
const codesByTwirpCode = new Map<string, ErrorCode>([
  ['unauthenticated', 'wrong_key'],
  ['permission_denied', 'no_permission'],
  ['not_found', 'wrong_address'],
  ['bad_route', 'wrong_address'],
  ['unimplemented', 'wrong_address'],
  ['resource_exhausted', 'rate_limited'],
  ['unavailable', 'server_unavailable'],
  ['deadline_exceeded', 'timed_out'],
]);

const codesByStatus: Partial<Record<number, ErrorCode>> = {
  401: 'wrong_key',
  403: 'no_permission',
  404: 'wrong_address',
  405: 'wrong_address',
  407: 'proxy_failed',
  410: 'wrong_address',
  429: 'rate_limited',
  502: 'server_unavailable',
  503: 'server_unavailable',
  504: 'server_unavailable',
};

function codeByStatus(status: number, isApiError: boolean): ErrorCode {
  const code = codesByStatus[status];
  if (code !== undefined) return code;
  if (status >= 300 && status < 400) return 'redirected';
  if (status >= 500) return 'server_failed';
  return isApiError ? 'request_refused' : 'not_this_api';
}
