import { AppError, type ErrorCode } from '../../src-shared/errors.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import type { RetryReason } from '../../src-shared/retry.ts';
import { retryAfter } from './retry-after.ts';
import type { Answer } from './transport.ts';
import { parseErrorBody, type WireError } from './wire-error.ts';

/** An attempt that failed. */
export class FailedAttempt extends Error {
  readonly error: AppError;
  /** Whether another attempt may succeed, because the fault is one that passes. */
  readonly mayPass: boolean;
  /** The wait that the server asked for, in milliseconds. */
  readonly retryAfter: number;
  /** Whether the server does not know the address, rather than the cursor. */
  readonly isUnknownAddress: boolean;
  /** Whether there was no answer. */
  readonly #isUnanswered: boolean;

  constructor(
    error: AppError,
    { mayPass = false, retryAfter = 0, isUnknownAddress = false, isUnanswered = false } = {},
  ) {
    super(error.message);
    this.error = error;
    this.mayPass = mayPass;
    this.retryAfter = retryAfter;
    this.isUnknownAddress = isUnknownAddress;
    this.#isUnanswered = isUnanswered;
  }

  /** Why another attempt has to wait. */
  get reason(): RetryReason {
    if (this.#isUnanswered) return 'notReached';
    return this.retryAfter > 0 || this.error.code === 'rate_limited'
      ? 'askedToWait'
      : 'serverFailed';
  }
}

/** Converts an error of the network. */
export function failedRequest(error: AppError): FailedAttempt {
  return new FailedAttempt(error, {
    isUnanswered: true,
    mayPass:
      error.code === 'unreachable' ||
      error.code === 'timed_out' ||
      // Chromium's names for a proxy that does not answer, or answers CONNECT with an error such as 503.
      /ERR_(PROXY|TUNNEL|SOCKS)_CONNECTION_FAILED/.test(error.message),
  });
}

/** What the server was asked for. */
interface SentRequest {
  records: RecordKind;
  /** Whether the request had a cursor, which the API may have refused. */
  hasCursor: boolean;
}

/** Returns why an answer is not a page; `null` if it may be one, which only its parser can tell. */
export function failureOf(
  { status, headers, body }: Answer,
  request: SentRequest,
): FailedAttempt | null {
  const { hasCursor } = request;
  const wait = retryAfter(headers);
  if (status === 200) return failureOfBody(body, request, wait);
  const error = parseErrorBody(body === null ? null : new TextDecoder().decode(body));
  return new FailedAttempt(errorOfAnswer(status, error, request), {
    mayPass: mayPass(status, error),
    retryAfter: wait,
    // The server knows the service but not the cursor.
    isUnknownAddress: status === 404 && !(hasCursor && cursorRefusals.has(error?.code ?? '')),
  });
}

/**
 * A 200 that is not a page may be a page of a gateway, which passes: maintenance, in HTML or in JSON, a sign-in page, or an
 * answer that was cut.
 */
function failureOfBody(
  body: Answer['body'],
  request: SentRequest,
  retryAfter: number,
): FailedAttempt | null {
  const { records } = request;
  if (body === null) {
    return new FailedAttempt(
      new AppError({ code: 'answer_too_large', message: 'The answer has too many bytes' }),
    );
  }
  const notThisApi = (message: string) =>
    new FailedAttempt(new AppError({ code: 'not_this_api', message }), {
      mayPass: true,
      retryAfter,
    });
  if (!looksLikeJsonObject(body)) return notThisApi('The answer is not JSON');
  const buffer = Buffer.from(body.buffer);
  if (buffer.length > maximumErrorBody || buffer.includes(`"${records}"`)) return null;
  // Some servers send their errors with status 200, and some gateways their status as the code.
  const error = parseErrorBody(buffer.toString());
  if (error === null) {
    return buffer.includes('"paging"')
      ? null
      : notThisApi(`The answer is not a list of ${records}`);
  }
  const status = /^[45]\d\d$/.test(error.code) ? Number(error.code) : 200;
  return new FailedAttempt(errorOfAnswer(status, error, request), {
    mayPass: mayPass(status, error),
    retryAfter,
  });
}

const maximumErrorBody = 16_000;
const byteOrderMark = [0xef, 0xbb, 0xbf];

/** Looks at the first and the last character only. UTF-16 fails here too; JSON is always UTF-8 (RFC 8259). */
function looksLikeJsonObject(body: Uint8Array): boolean {
  let start = byteOrderMark.every((byte, at) => body[at] === byte) ? byteOrderMark.length : 0;
  let end = body.length - 1;
  while (isSpace(body[start])) start++;
  while (end > start && isSpace(body[end])) end--;
  return body[start] === 0x7b && body[end] === 0x7d;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/**
 * Returns the error that an answer means. The error code in its body decides; the status decides only if a gateway
 * answered instead of the API.
 *
 * @param body `null` if the body is not from this API.
 */
function errorOfAnswer(
  status: number,
  body: WireError | null,
  { records, hasCursor }: SentRequest,
): AppError {
  const code = body?.code ?? '';
  return new AppError({
    code:
      hasCursor && cursorRefusals.has(code)
        ? 'cursor_expired'
        : (codesByTwirpCode.get(code) ?? codeByStatus(status, body !== null)),
    // The server's own code is named only if it is a known one: an unknown one can hold anything.
    message: `The server answered ${status} ${twirpCodes.has(code) ? code : body ? 'with an unknown code' : 'without an error body'}`,
    ...(body?.msg && { serverMessage: body.msg }),
    records,
  });
}

/**
 * The codes by which the API may refuse a cursor. It is not documented how long a cursor is valid, nor how the API refuses
 * one. So every code that may mean this counts, but not the bare status of a gateway.
 */
const cursorRefusals = new Set([
  'invalid_argument',
  'not_found',
  'out_of_range',
  'failed_precondition',
  'aborted',
]);

/** Twirp's codes that tell the caller to try again, whatever the status. */
const busyCodes = new Set(['deadline_exceeded', 'resource_exhausted', 'unavailable']);

/** Twirp's codes for faults of the server. */
const serverFaultCodes = new Set([...busyCodes, 'unknown', 'internal', 'data_loss']);

/** All of Twirp's codes: https://twitchtv.github.io/twirp/docs/errors.html */
const twirpCodes = new Set([
  ...cursorRefusals,
  ...serverFaultCodes,
  'canceled',
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
]);

/** 408 Request Timeout, 421 Misdirected Request, 425 Too Early, 429 Too Many Requests: the same request may succeed. */
const passingRequestErrors = new Set([408, 421, 425, 429]);

/**
 * Server errors that stay until someone changes the server or the request: 501 Not Implemented, 505 HTTP Version Not
 * Supported, 506 Variant Also Negotiates, 508 Loop Detected, 510 Not Extended, 511 Network Authentication Required (a
 * sign-in page). Every other 5xx passes, also those that no standard names: Cloudflare's 520 to 530, IIS' 509 and the
 * proxies' 598 and 599.
 */
const lastingServerErrors = new Set([501, 505, 506, 508, 510, 511]);

function mayPass(status: number, body: WireError | null): boolean {
  const code = body?.code ?? '';
  if (busyCodes.has(code)) return true;
  // A code that blames the request, although the status blames the server.
  if (twirpCodes.has(code) && !serverFaultCodes.has(code)) return false;
  if (status === 200) return serverFaultCodes.has(code);
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
  410: 'wrong_address',
  421: 'server_unavailable',
  425: 'server_unavailable',
  429: 'rate_limited',
  502: 'server_unavailable',
  503: 'server_unavailable',
  504: 'server_unavailable',
  511: 'not_this_api',
};

/** Returns the error for a status that no error body explains. 304 is no redirect, and 600 to 999 are no server errors. */
function codeByStatus(status: number, isApiError: boolean): ErrorCode {
  const code = codesByStatus[status];
  if (code !== undefined) return code;
  // Cloudflare: the server behind it is down or does not answer.
  if (status >= 520 && status <= 530) return 'server_unavailable';
  if (status >= 500 && status < 600) return 'server_failed';
  return isApiError && status < 600 ? 'request_refused' : 'not_this_api';
}
