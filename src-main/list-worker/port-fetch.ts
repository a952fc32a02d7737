import type { Fetch } from '../etelecom/transport.ts';
import type { FetchOutcome, FromWorker } from './calls.ts';

/** The worker's `fetch`: asks the main thread, which has the network. */
export class PortFetch {
  readonly #send: (message: FromWorker) => void;
  readonly #waiting = new Map<number, (outcome: FetchOutcome) => void>();
  #lastId = 0;

  constructor(send: (message: FromWorker) => void) {
    this.#send = send;
  }

  /** Understands of a request what `bearerSafe` gives: a plain body, and no member that cannot be cloned. */
  readonly fetch: Fetch = async (url, init) => {
    const { method = 'GET', headers, body, signal, redirect, credentials, cache } = init;
    const id = ++this.#lastId;
    const { promise, resolve, reject } = Promise.withResolvers<FetchOutcome>();
    const abort = () => {
      this.#waiting.delete(id);
      this.#send({ kind: 'abortFetch', id });
      reject(new DOMException('The request was aborted', 'AbortError'));
    };
    signal?.throwIfAborted();
    signal?.addEventListener('abort', abort);
    this.#waiting.set(id, resolve);
    this.#send({
      kind: 'fetch',
      id,
      url,
      init: {
        method,
        headers: [...new Headers(headers)],
        body: typeof body === 'string' ? body : '',
        ...(redirect && { redirect }),
        ...(credentials && { credentials }),
        ...(cache && { cache }),
      },
    });
    try {
      const outcome = await promise;
      if ('fault' in outcome) throw new Error(outcome.fault);
      const { status, statusText, headers, body } = outcome;
      return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers });
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  };

  settle(id: number, outcome: FetchOutcome): void {
    this.#waiting.get(id)?.(outcome);
    this.#waiting.delete(id);
  }
}
