import type { ErrorCode } from '../../src-shared/errors.ts';
import { AppError } from '../../src-shared/errors.ts';

/** Electron's `net.fetch` in the app, so that the system's proxies and certificates hold; Node's in tests. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Makes of an injected fetch one that carries the bearer key safely: no redirect is followed, no cookie sent, nothing
 * cached. The body is read within the attempt, so that a connection cut in mid-body is retried and timed like any other.
 * A fault on the way is an AppError whose code tells a network fault from a proxy's, a certificate's or a redirect.
 *
 * The request is taken apart because `net.fetch` is at its best with a plain body:
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
      // The text is decoded; its old charset would garble it.
      headers.delete('content-type');
      return new Response(text === '' ? null : text, { status, statusText, headers });
    } catch (error) {
      if (request.signal.aborted) throw error;
      const fault = describeFault(error);
      throw new AppError(
        { code: faultCode(fault), message: `The request failed: ${fault}` },
        { cause: error },
      );
    }
  };
}

/** Chromium's names (`net::ERR_…`) and Node's codes, most telling first. */
const faults: readonly (readonly [RegExp, ErrorCode])[] = [
  [/redirect/i, 'redirected'],
  [
    /ERR_(PROXY|TUNNEL|PAC|SOCKS|MANDATORY_PROXY|NO_SUPPORTED_PROXIES|UNEXPECTED_PROXY)/,
    'proxy_failed',
  ],
  [/CERT|ERR_SSL|ERR_TLS|UNABLE_TO_VERIFY|SELF_SIGNED|EPROTO/, 'certificate_failed'],
];

function faultCode(fault: string): ErrorCode {
  return faults.find(([pattern]) => pattern.test(fault))?.[1] ?? 'unreachable';
}

/** The messages and codes of an error and its causes: `fetch failed: connect ECONNREFUSED 127.0.0.1:9`. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const cause = error.cause === undefined ? '' : `: ${describeFault(error.cause)}`;
  return error.message + code + cause;
}
