import { AppError, type ErrorCode } from '../../src-shared/errors.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import type { WireError } from './wire-error.ts';

/** What the server was asked for. */
export interface SentRequest {
  records: RecordKind;
  /** Whether the request had a cursor, which the API may have refused. */
  hasCursor: boolean;
}

/**
 * Returns the error that an answer means. The error code in its body decides; the status decides only if a gateway
 * answered instead of the API.
 *
 * @param body `null` if the body is not from this API.
 */
export function errorOfAnswer(
  status: number,
  body: WireError | null,
  { records, hasCursor }: SentRequest,
): AppError {
  const code = body?.code ?? '';
  return new AppError({
    code:
      hasCursor && cursorRefusals.has(code)
        ? 'cursor_expired'
        : (codesByTwirpCode.get(code) ?? codeByStatus(status, body)),
    // The server's own code is named only if it is a known one: an unknown one can hold anything.
    message: `The server answered ${status} ${twirpCodes.has(code) ? code : body ? 'with an unknown code' : 'without an error body'}`,
    ...(body?.msg && { serverMessage: body.msg }),
    answer: { status, at: new Date().toISOString() },
    records,
  });
}

/**
 * The codes by which the API may refuse a cursor. It is not documented how long a cursor is valid, nor how the API refuses
 * one. So every code that may mean this counts, but not the bare status of a gateway.
 */
export const cursorRefusals: ReadonlySet<string> = new Set([
  'invalid_argument',
  'not_found',
  'out_of_range',
  'failed_precondition',
  'aborted',
]);

/** Twirp's codes for what passes, whatever the status. */
const passingCodes = new Set([
  'aborted',
  'canceled',
  'deadline_exceeded',
  'resource_exhausted',
  'unavailable',
]);

/** Twirp's codes for faults of the server. */
const serverFaultCodes = new Set([...passingCodes, 'unknown', 'internal', 'data_loss']);

/** All of Twirp's codes: https://twitchtv.github.io/twirp/docs/errors.html */
const twirpCodes = new Set([
  ...cursorRefusals,
  ...serverFaultCodes,
  'malformed',
  'bad_route',
  'already_exists',
  'permission_denied',
  'unauthenticated',
  'unimplemented',
]);

/** Twirp's codes that are more specific than the status. */
const codesByTwirpCode = new Map<string, ErrorCode>([
  ['unauthenticated', 'wrong_key'],
  ['permission_denied', 'no_permission'],
  ['not_found', 'wrong_address'],
  ['bad_route', 'wrong_address'],
  ['unimplemented', 'wrong_address'],
  ['resource_exhausted', 'rate_limited'],
  ['unavailable', 'server_unavailable'],
  ['deadline_exceeded', 'timed_out'],
  ['aborted', 'server_failed'],
  ['canceled', 'server_failed'],
  ['invalid_argument', 'request_refused'],
  ['malformed', 'request_refused'],
  ['out_of_range', 'request_refused'],
  ['failed_precondition', 'request_refused'],
]);

/**
 * 408 Request Timeout, 409 Conflict, 421 Misdirected Request, 425 Too Early, 429 Too Many Requests, 499 Client Closed
 * Request: the same request may succeed.
 */
const passingRequestErrors = new Set([408, 409, 421, 425, 429, 499]);

/**
 * Server errors that stay until someone changes the server or the request: 501 Not Implemented, 505 HTTP Version Not
 * Supported, 506 Variant Also Negotiates, 508 Loop Detected, 510 Not Extended, 511 Network Authentication Required (a
 * sign-in page). Every other 5xx passes, also those that no standard names: Cloudflare's 520 to 530, IIS' 509 and the
 * proxies' 598 and 599.
 */
const lastingServerErrors = new Set([501, 505, 506, 508, 510, 511]);

/** Returns whether the fault that an answer means is one that passes. */
export function mayPass(status: number, body: WireError | null): boolean {
  const code = body?.code ?? '';
  if (passingCodes.has(code)) return true;
  // A code that blames the request, although the status blames the server.
  if (twirpCodes.has(code) && !serverFaultCodes.has(code)) return false;
  // A sentence without a code is what a gateway sends during maintenance.
  if (status === 200) return code === '' || serverFaultCodes.has(code);
  if (status >= 500 && status < 600) return !lastingServerErrors.has(status);
  return passingRequestErrors.has(status);
}

const codesByStatus: Partial<Record<number, ErrorCode>> = {
  206: 'answer_incomplete',
  301: 'redirected',
  302: 'redirected',
  303: 'redirected',
  307: 'redirected',
  308: 'redirected',
  401: 'wrong_key',
  403: 'no_permission',
  404: 'wrong_address',
  405: 'wrong_address',
  407: 'proxy_failed',
  408: 'timed_out',
  409: 'server_failed',
  410: 'wrong_address',
  421: 'server_unavailable',
  425: 'server_unavailable',
  429: 'rate_limited',
  499: 'server_failed',
  502: 'server_unavailable',
  503: 'server_unavailable',
  504: 'server_unavailable',
  511: 'not_this_api',
};

/**
 * Returns the error for a status that no error body explains. 304 is no redirect, and 600 to 999 are no server errors.
 */
function codeByStatus(status: number, body: WireError | null): ErrorCode {
  const code = codesByStatus[status];
  if (code !== undefined) return code;
  // Cloudflare: the server behind it is down or does not answer.
  if (status >= 520 && status <= 530) return 'server_unavailable';
  if (status >= 500 && status < 600) return 'server_failed';
  if (body === null || status >= 600) return 'not_this_api';
  // Some servers send their own faults with a status that does not name them, such as 200.
  return serverFaultCodes.has(body.code) ? 'server_failed' : 'request_refused';
}

/** A status that some gateways send as the code. */
const errorStatus = /^[45]\d\d$/;

/** Returns whether a code in the body of an answer with status 200 means that the request has failed. */
export function isErrorCode(code: string): boolean {
  return twirpCodes.has(code) || errorStatus.test(code);
}

/** Returns the status of an answer with status 200 and an error in its body. */
export function statusOfCode(code: string): number {
  return errorStatus.test(code) ? Number(code) : 200;
}
