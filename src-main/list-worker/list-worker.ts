import type { Worker } from 'node:worker_threads';
import { AppError } from '../../src-shared/errors.ts';
import type { Log } from '../electron/log.ts';
import type { Fetch } from '../etelecom/transport.ts';
import type { Call, CallName, FromWorker, RequestOf, ResponseOf, ToWorker } from './calls.ts';
import { FetchServer } from './fetch-server.ts';

interface Parts {
  /** Starts the worker's thread. */
  start: () => Worker;
  /** Asked on the worker's behalf. */
  fetch: Fetch;
  log: Log;
}

export interface CallOptions {
  signal?: AbortSignal;
  onProgress?: (rows: number, ofRows?: number) => void;
}

interface Waiting {
  /** A method, so that each call's own type fits: both ends are built together from `Calls`. */
  resolve(value: unknown): void;
  reject: (error: unknown) => void;
  onProgress: CallOptions['onProgress'];
}

interface Running {
  worker: Worker;
  waiting: Map<number, Waiting>;
}

/** The main thread's end of the saved list. A worker that dies fails its calls and is started again by the next. */
export class ListWorker {
  readonly #parts: Parts;
  #running: Running | null = null;
  #lastId = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Starts the thread before it is asked anything, so that it opens the list while the window loads. */
  open(): void {
    this.#running ??= this.#start();
  }

  /** @throws AppError as the worker's service did, or `internal` when the worker dies meanwhile. */
  call<Name extends CallName>(
    name: Name,
    request: RequestOf<Name>,
    { signal, onProgress }: CallOptions = {},
  ): Promise<ResponseOf<Name>> {
    if (signal?.aborted) {
      return Promise.reject(new AppError({ code: 'canceled', message: 'Canceled' }));
    }
    const { worker, waiting } = (this.#running ??= this.#start());
    const id = ++this.#lastId;
    const cancel = () => send(worker, { kind: 'cancel', id });
    signal?.addEventListener('abort', cancel);
    return new Promise<ResponseOf<Name>>((resolve, reject) => {
      waiting.set(id, { resolve, reject, onProgress });
      const call: Call<Name> = { kind: 'call', id, name, request };
      worker.postMessage(call);
    }).finally(() => signal?.removeEventListener('abort', cancel));
  }

  /** Ends the worker once it has cleaned up. @returns `null` when it does not run. */
  close(): Promise<void> | null {
    if (this.#running === null) return null;
    const { worker } = this.#running;
    return this.call('close', null)
      .catch((error: unknown) => this.#parts.log('The list worker did not close', error))
      .then(async () => {
        await worker.terminate();
      });
  }

  #start(): Running {
    const worker = this.#parts.start();
    const waiting = new Map<number, Waiting>();
    const running = { worker, waiting };
    const fetches = new FetchServer(this.#parts.fetch, (id, outcome) => {
      const transfer = 'body' in outcome ? [outcome.body] : [];
      worker.postMessage({ kind: 'fetched', id, outcome } satisfies ToWorker, transfer);
    });
    worker.on('message', (message: FromWorker) => {
      switch (message.kind) {
        case 'fetch':
          fetches.begin(message);
          break;
        case 'abortFetch':
          fetches.abort(message.id);
          break;
        case 'progress':
          waiting.get(message.id)?.onProgress?.(message.rows, message.ofRows);
          break;
        case 'answer': {
          const { id, result } = message;
          const call = waiting.get(id);
          waiting.delete(id);
          if (result.ok) call?.resolve(result.value);
          else call?.reject(new AppError(result.error));
        }
      }
    });
    worker.on('error', (error) => this.#parts.log('The list worker failed', error));
    worker.on('exit', () => {
      if (this.#running === running) this.#running = null;
      fetches.abortAll();
      for (const { reject } of waiting.values()) {
        reject(new AppError({ code: 'internal', message: 'The list worker ended' }));
      }
    });
    return running;
  }
}

function send(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}
