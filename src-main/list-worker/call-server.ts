import type { MessagePort } from 'node:worker_threads';
import { AppError, type Result } from '../../src-shared/errors.ts';
import type { Log } from '../electron/log.ts';
import type { Fetch } from '../etelecom/transport.ts';
import type { Call, CallName, FromWorker, RequestOf, ResponseOf, ToWorker } from './calls.ts';
import { PortFetch } from './port-fetch.ts';

/** What a handler gets besides the request. */
export interface CallContext {
  signal: AbortSignal;
  onProgress: (rows: number, ofRows?: number) => void;
}

export type CallHandlers = {
  [Name in CallName]: (
    request: RequestOf<Name>,
    context: CallContext,
  ) => ResponseOf<Name> | Promise<ResponseOf<Name>>;
};

interface Running {
  controller: AbortController;
  settled: Promise<unknown>;
}

/** The worker's end of the port: answers every call with an envelope, and fetches through the main thread. */
export class CallServer {
  readonly fetch: Fetch;
  readonly #port: MessagePort;
  readonly #log: Log;
  readonly #portFetch = new PortFetch((message) => this.#send(message));
  readonly #running = new Map<number, Running>();

  constructor(port: MessagePort, log: Log) {
    this.#port = port;
    this.#log = log;
    this.fetch = this.#portFetch.fetch;
  }

  /** Begins to answer; what was asked before has waited at the port. */
  listen(handlers: CallHandlers): void {
    this.#port.on('message', (message: ToWorker) => {
      switch (message.kind) {
        case 'call':
          void this.#answer(message, handlers);
          break;
        case 'cancel':
          this.#running.get(message.id)?.controller.abort();
          break;
        case 'fetched':
          this.#portFetch.settle(message.id, message.outcome);
          break;
      }
    });
  }

  /** Cancels every running call but the one that asks for it, and waits until each has cleaned up behind itself. */
  async cancelAll(): Promise<void> {
    const running = [...this.#running.values()];
    for (const { controller } of running) controller.abort();
    await Promise.allSettled(running.map(({ settled }) => settled));
  }

  async #answer<Name extends CallName>(call: Call<Name>, handlers: CallHandlers): Promise<void> {
    const { id, name, request } = call;
    const controller = new AbortController();
    const settled = this.#run(name, request, handlers, {
      signal: controller.signal,
      onProgress: (rows, ofRows) => this.#send({ kind: 'progress', id, rows, ofRows }),
    });
    // Only now: what a handler does at once, such as canceling all others, does not meet its own call.
    this.#running.set(id, { controller, settled });
    const result = await settled;
    this.#running.delete(id);
    this.#send({ kind: 'answer', id, result });
  }

  async #run<Name extends CallName>(
    name: Name,
    request: RequestOf<Name>,
    handlers: CallHandlers,
    context: CallContext,
  ): Promise<Result<ResponseOf<Name>>> {
    try {
      return { ok: true, value: await handlers[name](request, context) };
    } catch (error) {
      if (error instanceof AppError) return { ok: false, error: error.toFields() };
      this.#log(`The call ${name} of the saved list failed`, error);
      return { ok: false, error: { code: 'internal', message: `The call ${name} failed` } };
    }
  }

  #send(message: FromWorker): void {
    this.#port.postMessage(message);
  }
}
