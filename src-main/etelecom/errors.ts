import { z } from 'zod';
import { AppError } from '../../src-shared/errors.ts';
import { recordKinds, type RecordKind } from '../../src-shared/record-kinds.ts';
import type { RetryReason } from '../../src-shared/retry.ts';
import {
  cursorRefusals,
  errorOfAnswer,
  mayPass,
  statusOfCode,
  type SentRequest,
} from './error-of-answer.ts';
import { findErrorInPage } from './error-in-page.ts';
import { measureJson } from './measure-json.ts';
import { retryAfter } from './retry-after.ts';
import type { Answer } from './transport.ts';
import { parseErrorBody } from './wire-error.ts';
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
  const passing = (error: AppError) =>
    new FailedAttempt(error, { mayPass: error.code !== 'answer_too_large', retryAfter });
  // A cut can leave brackets that match. Only parsing tells that an answer is whole.
  const answer = parseObject(body);
  if (answer === null) return passing(notThisApi('The answer is not JSON'));
  // A server that does not know the call could answer with its other list, which the parser refuses.
  const rows = recordKinds.map((kind) => answer[kind]).find((list) => Array.isArray(list));
  let error = findErrorInPage(answer, rows !== undefined && rows.length > 0);
  if (error === null) {
    const obstacle =
      rows === undefined
        ? obstacleOf(body, records)
        : rows.length === 0 && request.hasCursor
          ? obstacleOfEnd(answer)
          : null;
    if (obstacle === null) return null;
    error = parseErrorBody(answer);
    if (error === null) return passing(obstacle);
  }
  const status = statusOfCode(error.code);
  return new FailedAttempt(errorOfAnswer(status, error, request), {
    mayPass: mayPass(status, error),
    retryAfter,
  });
}

/**
 * Returns the members of an object, whose long numbers may have lost digits; `null` for anything else.
 *
 * @throws AppError `answer_too_large`
 */
function parseObject(json: Uint8Array): Record<string, unknown> | null {
  measureJson(json);
  try {
    return objectSchema.safeParse(JSON.parse(new TextDecoder().decode(json))).data ?? null;
  } catch {
    return null;
  }
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

/** Returns why an empty page after the first one is not the end of the list; `null` if it is. */
function obstacleOfEnd(answer: object): AppError | null {
  if (echoSchema.safeParse(answer).success) return null;
  return new AppError({
    code: 'answer_incomplete',
    message: 'A page after the first one has no rows and no limit',
  });
}

function notThisApi(message: string): AppError {
  return new AppError({ code: 'not_this_api', message });
}

const maximumErrorBody = 16_000;
const objectSchema = z.record(z.string(), z.unknown());
/** What the API repeats of the request. It shows that the API itself has ended the list. */
const echoSchema = z.object({ paging: z.object({ limit: z.number() }) });
