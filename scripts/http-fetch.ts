import { request } from 'node:http';
import type { Fetch, FetchedAnswer } from '../src-main/etelecom/transport.ts';

type Options = Pick<Parameters<Fetch>[1], 'method' | 'headers' | 'body' | 'signal'>;

/**
 * Sends requests for measurements. It does as little as the app's own requests on Electron's network stack: the answer is
 * an event, and its body is a stream of Node. Node's `fetch` keeps tens of megabytes more until garbage is collected.
 */
export function httpFetch(url: string, { body, ...options }: Options): Promise<FetchedAnswer> {
  const answer = Promise.withResolvers<FetchedAnswer>();
  const sent = request(url, options);
  sent.on('response', (response) => {
    const { statusCode = 0, headers } = response;
    const get = (name: string) => headers[name]?.toString() ?? null;
    answer.resolve({ status: statusCode, headers: { get }, body: response });
  });
  sent.on('error', answer.reject);
  sent.end(body);
  return answer.promise;
}
