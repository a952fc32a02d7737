import { Readable } from 'node:stream';
import { net } from 'electron';
import type { Fetch, FetchedAnswer } from '../etelecom/transport.ts';
import type { ProxyLogin } from '../proxy/proxy-login.ts';

/**
 * Returns a function that sends requests on Chromium's network stack, which uses the system's proxy, PAC file and
 * certificates, as company networks require. Call it only after the app is ready.
 *
 * It does not use `net.fetch`, for two reasons:
 *
 * - `net.fetch` creates a `Response` in an event listener. This throws for a status below 200 or above 599, and for a header
 *   with a character above U+00FF. Nothing can catch such an error, and the promise of `net.fetch` stays pending:
 *   https://github.com/electron/electron/issues/42244
 * - If a proxy wants a password, `net.fetch` cancels the request without an event. Only `net.request` emits `login`; the
 *   event of the same name of `app` is for pages and utility processes: https://github.com/electron/electron/issues/44249
 */
export function createNetFetch(proxyLogin: ProxyLogin): Fetch {
  return async (url, { headers, body, signal, pauseTimeouts, ...options }) => {
    const answer = Promise.withResolvers<FetchedAnswer>();
    const request = net.request({ url, ...options });
    for (const [name, value] of Object.entries(headers)) request.setHeader(name, value);
    request.on('response', (response) => {
      const { statusCode, headers: received } = response;
      if (!(response instanceof Readable)) {
        answer.reject(new TypeError('The answer is not a stream'));
        return;
      }
      // An error of a body that nobody reads. The reader of a body gets it from the stream.
      response.on('error', () => undefined);
      // Chromium has no status if the connection was lost before the headers, for example while the computer slept.
      if (statusCode === 0) answer.reject(new Error('The connection was lost'));
      const get = (name: string) => received[name]?.toString() ?? null;
      answer.resolve({ status: statusCode, headers: { get }, body: response });
    });
    const findCredentials = proxyLogin.forRequest();
    request.on('login', (asker, answerLogin) => {
      // The API uses keys. A server that asks for a password is not the API, and its 401 says so.
      if (!asker.isProxy) {
        answerLogin();
        return;
      }
      pauseTimeouts(findCredentials(asker, signal)).then(
        ({ userName, password }) => answerLogin(userName, password),
        (error: unknown) => {
          answer.reject(error);
          request.abort();
        },
      );
    });
    request.on('error', answer.reject);
    signal.addEventListener('abort', () => {
      answer.reject(signal.reason);
      request.abort();
    });
    request.end(body);
    return answer.promise;
  };
}
