import { AppError, type ErrorCode } from '../../src-shared/errors.ts';
import { limits } from './limits.ts';
import { readBody } from './read-body.ts';

/** Made by `createNetFetch` in the app, because it uses the system's proxies and certificates; Node's `fetch` in tests. */
export type Fetch = (url: string, init: FetchOptions) => Promise<FetchedAnswer>;

interface FetchOptions {
  method: 'POST';
  headers: Record<string, string>;
  body: string;
  signal: AbortSignal;
  redirect: 'error';
  credentials: 'omit';
  cache: 'no-store';
  /** Stops the timeouts of the request while `work` runs, such as a question to the user. */
  pauseTimeouts: <Value>(work: Promise<Value>) => Promise<Value>;
}

/** The part of a `Response` that is used. */
export interface FetchedAnswer {
  status: number;
  headers: AnswerHeaders;
  body: AsyncIterable<Uint8Array> | null;
}

/** The headers of an answer, by their names in lower case. */
export type AnswerHeaders = Pick<Headers, 'get'>;

interface PostRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
  signal: AbortSignal;
}

export interface PostLimits {
  /** The longest time without any progress, in milliseconds: until the headers, and between two parts of the body. */
  timeout: number;
  /** The longest time in total, in milliseconds. It ends an answer that drips. */
  maximumDuration: number;
  /** The largest body of a 200 answer, after decompression. */
  maximumBytes: number;
}

export interface Answer {
  status: number;
  headers: AnswerHeaders;
  /** `null` if the body is larger than the limit. */
  body: Uint8Array<ArrayBuffer> | null;
}

/**
 * Sends a request with a bearer key: no redirects, no cookies, no cache. Reads the whole body, but no more of it than the
 * limits allow.
 *
 * @throws AppError for a network error: `unreachable`, `timed_out`, `proxy_failed`, `certificate_failed`, `redirected`,
 * `not_this_api` or `answer_too_large`; any AppError of `fetch`; any error if `signal` is aborted.
 */
export async function post(
  fetch: Fetch,
  { url, headers, body, signal }: PostRequest,
  { timeout, maximumDuration, maximumBytes }: PostLimits,
): Promise<Answer> {
  signal.throwIfAborted();
  const controller = new AbortController();
  const aborted = Promise.withResolvers<never>();
  const timedOut = new AppError({
    code: 'timed_out',
    message: 'The server did not answer in time',
  });
  const end = (reason: Error) => {
    // First, so that the reason wins over the error of the aborted request.
    aborted.reject(reason);
    controller.abort();
  };
  const cancel = () => end(new Error('Canceled'));
  const expire = () => end(timedOut);
  let stall = setTimeout(expire, timeout);
  let total = setTimeout(expire, maximumDuration);
  const stopTimeouts = () => {
    clearTimeout(stall);
    clearTimeout(total);
  };
  let isEnded = false;
  const pauseTimeouts: FetchOptions['pauseTimeouts'] = async (work) => {
    stopTimeouts();
    try {
      return await work;
    } finally {
      if (!isEnded) {
        stall = setTimeout(expire, timeout);
        total = setTimeout(expire, maximumDuration);
      }
    }
  };
  signal.addEventListener('abort', cancel);
  const answer = async (): Promise<Answer> => {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      signal: controller.signal,
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      pauseTimeouts,
    });
    const maximum = response.status === 200 ? maximumBytes : limits.errorBytes;
    const read = await readBody(response.body, maximum, () => stall.refresh());
    // Closes the connection. In Electron, canceling the body alone would leave it open.
    if (read === null) controller.abort();
    return { status: response.status, headers: response.headers, body: read };
  };
  try {
    // A `fetch` that ignores its signal must not outlive the timeout.
    return await Promise.race([answer(), aborted.promise]);
  } catch (error) {
    controller.abort();
    if (signal.aborted) throw error;
    throw error === timedOut ? timedOut : networkError(error);
  } finally {
    isEnded = true;
    stopTimeouts();
    signal.removeEventListener('abort', cancel);
  }
}

/** Chromium's names (`net::ERR_…`) and Node's codes. The first match decides. */
const networkErrors: readonly (readonly [RegExp, ErrorCode])[] = [
  [/ERR_(\w*PROXY|\w*PROXIES|TUNNEL|PAC|SOCKS)/, 'proxy_failed'],
  [/redirect/i, 'redirected'],
  // Node's `fetch` rejects a 407 with an error that says nothing else.
  [/^fetch failed: $/, 'proxy_failed'],
  [/CERT|ERR_SSL|ERR_TLS|UNABLE_TO_VERIFY|SELF_SIGNED|EPROTO/, 'certificate_failed'],
  [/HEADERS_TOO_BIG|HEADERS_OVERFLOW|HEADER_OVERFLOW/i, 'answer_too_large'],
  // Something answered, but not in HTTP: another protocol, an impossible status, or a body that cannot be unpacked.
  [
    /HTTPParserError|HPE_|bad upgrade|ERR_ASSERTION|ERR_INVALID_HTTP_RESPONSE|ERR_CONTENT_DECODING|Z_[A-Z]+_ERROR|Z_BUF|ERR__ERROR_/,
    'not_this_api',
  ],
];

function networkError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const description = describeError(error);
  const code =
    networkErrors.find(([pattern]) => pattern.test(description))?.[1] ?? ('unreachable' as const);
  // No cause: errors of HTTP clients hold the request, and with it the key.
  return new AppError({ code, message: `The request failed: ${description}` });
}

/** Joins the messages and codes of an error and its causes: `fetch failed: connect ECONNREFUSED 127.0.0.1:9`. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const name = error.name === 'HTTPParserError' ? `${error.name} ` : '';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const cause = error.cause === undefined ? '' : `: ${describeError(error.cause)}`;
  return name + error.message + code + cause;
}
