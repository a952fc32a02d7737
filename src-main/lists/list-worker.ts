import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { Log } from '../log.ts';
import type { CallOptions } from '../rpc/calls.ts';
import { PortPeer } from '../rpc/port-peer.ts';
import type { FetchPage, MainCalls, WorkerCalls, WorkerSettings } from './calls.ts';

/**
 * Limits for the worker's heap. The text and the rows of a page are garbage soon after the page is stored, but V8 lets a
 * heap grow to a fraction of its limit before it collects. These limits halve the memory of a refresh of a thousand
 * pages and leave room for 500,000 tenants, the most that a refresh reads.
 */
const workerLimits: ResourceLimits = {
  maxYoungGenerationSizeMb: 4,
  maxOldGenerationSizeMb: 256,
};

/** Starts the worker's thread. @param entry the file of `list-worker/worker.ts`. */
export function startWorker(entry: URL, workerData: WorkerSettings): Worker {
  return new Worker(entry, { workerData, resourceLimits: workerLimits });
}

interface Parts {
  /** Called for the first worker, and again after a worker has died. */
  start: () => Worker;
  /** Answers the worker's requests for a page of the server. */
  fetchPage: FetchPage;
  log: Log;
}

interface RunningWorker {
  worker: Worker;
  peer: PortPeer<MainCalls, WorkerCalls>;
}

/**
 * The main thread's end of the list worker, which stores, searches, refreshes and exports the saved lists. If the worker
 * dies, its calls fail, and the next call starts a new worker.
 */
export class ListWorker {
  readonly #parts: Parts;
  #running: RunningWorker | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Starts the worker before the first call, so that it opens the database while the window loads. */
  open(): void {
    this.#running ??= this.#start();
  }

  /** Calls the worker. @throws AppError from the worker, or `internal` if the worker dies during the call. */
  call<Name extends keyof WorkerCalls>(
    name: Name,
    request: WorkerCalls[Name]['request'],
    options?: CallOptions,
  ): Promise<WorkerCalls[Name]['response']> {
    const { peer } = (this.#running ??= this.#start());
    return peer.call(name, request, options);
  }

  /** Cancels all calls, closes the database and ends the worker. */
  async close(): Promise<void> {
    if (this.#running === null) return;
    const { worker, peer } = this.#running;
    await peer.cancelCalls();
    await peer.call('close', null).catch((error: unknown) => {
      this.#parts.log('The list worker did not close', error);
    });
    await worker.terminate();
  }

  #start(): RunningWorker {
    const { start, fetchPage, log } = this.#parts;
    const worker = start();
    const peer = new PortPeer<MainCalls, WorkerCalls>(worker, log);
    const running = { worker, peer };
    peer.listen({
      fetchPage: (request, { signal, onProgress }) =>
        fetchPage(request, signal, (retryAt) => onProgress(0, undefined, retryAt)),
    });
    worker.on('error', (error) => log('The list worker failed', error));
    worker.on('exit', () => {
      if (this.#running === running) this.#running = null;
      peer.close();
    });
    return running;
  }
}
