import { describeFault, type Fetch } from '../etelecom/transport.ts';
import type { FetchInit, FetchOutcome } from './calls.ts';

/** Fetches on the main thread for the worker. */
export class FetchServer {
  readonly #fetch: Fetch;
  readonly #answer: (id: number, outcome: FetchOutcome) => void;
  readonly #running = new Map<number, AbortController>();

  constructor(fetch: Fetch, answer: (id: number, outcome: FetchOutcome) => void) {
    this.#fetch = fetch;
    this.#answer = answer;
  }

  begin({ id, url, init }: { id: number; url: string; init: FetchInit }): void {
    const controller = new AbortController();
    this.#running.set(id, controller);
    void this.#run(url, init, controller.signal).then((outcome) => {
      // Nobody waits for one that was aborted.
      if (this.#running.delete(id)) this.#answer(id, outcome);
    });
  }

  abort(id: number): void {
    this.#running.get(id)?.abort();
    this.#running.delete(id);
  }

  abortAll(): void {
    for (const id of this.#running.keys()) this.abort(id);
  }

  async #run(url: string, init: FetchInit, signal: AbortSignal): Promise<FetchOutcome> {
    try {
      const response = await this.#fetch(url, { ...init, signal });
      const { status, statusText } = response;
      // Bytes go over without a copy, and the text is made where it is read.
      const body = await response.arrayBuffer();
      return { status, statusText, headers: [...response.headers], body };
    } catch (error) {
      return { fault: describeFault(error) };
    }
  }
}
