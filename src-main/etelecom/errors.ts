import { AppError } from '../../src-shared/errors.ts';
import { recordKinds, type RecordKind } from '../../src-shared/record-kinds.ts';
import type { RetryReason } from '../../src-shared/retry.ts';
import {
  cursorRefusals,
  errorOfAnswer,
  isErrorCode,
  mayPass,
  statusOfCode,
  type SentRequest,
} from './error-of-answer.ts';
import { readOutline } from './read-outline.ts';
import { retryAfter } from './retry-after.ts';
import type { Answer } from './transport.ts';
import { parseErrorBody, type WireError } from './wire-error.ts';
import { parseRows } from './wire.ts';

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
 * answer that was cut. A page is not parsed here.
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
  const passing = (error: AppError) =>
    new FailedAttempt(error, { mayPass: error.code !== 'answer_too_large', retryAfter });
  const members = readOutline(body, outlined);
  if (members === null) return passing(notThisApi('The answer is not JSON'));
  // Some servers send their errors with status 200, also beside an empty list.
  const error = errorOf(members);
  if (error === null || !isErrorCode(error.code)) {
    // A server that does not know the call could answer with its other list, which the parser refuses.
    if (recordKinds.some((kind) => members.get(kind)?.[0] === openArray)) return null;
    const obstacle = obstacleOf(body, records);
    if (obstacle === null) return null;
    if (error === null) return passing(obstacle);
  }
  const status = statusOfCode(error.code);
  return new FailedAttempt(errorOfAnswer(status, error, request), {
    mayPass: mayPass(status, error),
    retryAfter,
  });
}

function errorOf(members: ReadonlyMap<string, Uint8Array>): WireError | null {
  const json = ['code', 'msg'].flatMap((name) => {
    const value = members.get(name);
    const isLong = value === undefined || value.length > maximumErrorBody;
    return isLong ? [] : [`"${name}":${new TextDecoder().decode(value)}`];
  });
  return parseErrorBody(`{${json.join()}}`);
}

/** Returns why an answer without rows is not an empty page; `null` if it is one, which is short. */
function obstacleOf(body: Uint8Array, records: RecordKind): AppError | null {
  if (body.length > maximumErrorBody) return notThisApi(`The answer is not a list of ${records}`);
  try {
    parseRows(body, { records });
    return null;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

function notThisApi(message: string): AppError {
  return new AppError({ code: 'not_this_api', message });
}

const maximumErrorBody = 16_000;
const openArray = 0x5b;
/** The members of an answer that tell a page from an error. */
const outlined: ReadonlySet<string> = new Set([...recordKinds, 'code', 'msg']);
