import { AppError, type ErrorCode } from '../../src-shared/errors.ts';

/** Electron's `net.fetch` in the app, because it uses the system's proxies and certificates; Node's `fetch` in tests. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Wraps `fetch` for requests with a bearer key: no redirects, no cookies, no cache. It also reads the body, so that a
 * connection that breaks in the middle of the body is retried, and the body counts towards the timeout.
 *
 * The returned function throws an AppError for a network error: `unreachable`, `proxy_failed`, `certificate_failed` or
 * `redirected`. It takes the request apart and passes a plain text body, because `net.fetch` differs from `fetch`:
 * https://www.electronjs.org/docs/latest/api/net#netfetchinput-init
 */
export function bearerSafe(fetch: Fetch) {
  return async (input: Request | string | URL): Promise<Response> => {
    const request = new Request(input);
    const body = await request.text();
    try {
      const response = await fetch(request.url, {
        method: request.method,
        headers: request.headers,
        body,
        signal: request.signal,
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
      });
      const { status, statusText } = response;
      const text = await response.text();
      const headers = new Headers(response.headers);
      // `text` is decoded already. The original charset no longer applies.
      headers.delete('content-type');
      return new Response(text === '' ? null : text, { status, statusText, headers });
    } catch (error) {
      if (request.signal.aborted) throw error;
      const description = describeError(error);
      throw new AppError(
        { code: networkErrorCode(description), message: `The request failed: ${description}` },
        { cause: error },
      );
    }
  };
}

/** Chromium's names (`net::ERR_…`) and Node's codes. The first match decides. */
const networkErrors: readonly (readonly [RegExp, ErrorCode])[] = [
  [/redirect/i, 'redirected'],
  [
    /ERR_(PROXY|TUNNEL|PAC|SOCKS|MANDATORY_PROXY|NO_SUPPORTED_PROXIES|UNEXPECTED_PROXY)/,
    'proxy_failed',
  ],
  [/CERT|ERR_SSL|ERR_TLS|UNABLE_TO_VERIFY|SELF_SIGNED|EPROTO/, 'certificate_failed'],
];

function networkErrorCode(description: string): ErrorCode {
  return networkErrors.find(([pattern]) => pattern.test(description))?.[1] ?? 'unreachable';
}

/** Joins the messages and codes of an error and its causes: `fetch failed: connect ECONNREFUSED 127.0.0.1:9`. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const cause = error.cause === undefined ? '' : `: ${describeError(error.cause)}`;
  return error.message + code + cause;
}
