import { rmSync } from 'node:fs';
import { Worker, type ResourceLimits } from 'node:worker_threads';
import { AppError } from '../../src-shared/errors.ts';
import { toLogEntry, type Log, type LogEntry } from '../log/log.ts';
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
  /** Writes an entry of this class or of the worker to the log. */
  writeLog: (entry: LogEntry) => void;
  /** How often the worker must show that it is alive. */
  pingMilliseconds?: number;
}

interface RunningWorker {
  worker: Worker;
  peer: PortPeer<MainCalls, WorkerCalls>;
  /** The unfinished files of its exports. */
  partialFiles: Set<string>;
}

/** A worker that misses so many pings in a row hangs. The longest step, indexing a huge list, takes a few of them. */
const maximumMissedPings = 8;

/**
 * The main thread's end of the list worker, which stores, searches, refreshes and exports the saved lists. If the worker
 * dies or hangs, its calls fail, the files that it was writing are removed, and the next call starts a new worker.
 */
export class ListWorker {
  readonly #parts: Parts;
  readonly #log: Log;
  /** The workers whose threads have not ended: the running one, and those that hang in a call of the system. */
  readonly #threads = new Set<RunningWorker>();
  #running: RunningWorker | null = null;
  #isClosed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#log = (event, details) => parts.writeLog(toLogEntry(event, details));
  }

  /** Whether the thread of a worker has not ended. After `close`, it is blocked, for example by a disk. */
  get hasThread(): boolean {
    return this.#threads.size > 0;
  }

  /** Starts the worker before the first call, so that it opens the database while the window loads. */
  open(): void {
    try {
      this.#running ??= this.#start();
    } catch (error) {
      // The first call tries again and reports it.
      this.#log('workerFailed', { error });
    }
  }

  /**
   * Calls the worker.
   *
   * @throws AppError from the worker; `worker_failed` if the worker cannot start or dies during the call; `app_quitting`
   * after `close`.
   */
  async call<Name extends keyof WorkerCalls>(
    name: Name,
    request: WorkerCalls[Name]['request'],
    options?: CallOptions,
  ): Promise<WorkerCalls[Name]['response']> {
    if (this.#isClosed) throw new AppError({ code: 'app_quitting', message: 'The app quits' });
    this.open();
    if (this.#running === null) {
      throw new AppError({ code: 'worker_failed', message: 'The worker cannot start' });
    }
    return this.#running.peer.call(name, request, options);
  }

  /** Cancels all calls, closes the database and ends the worker. It is not started again. */
  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#running === null) return;
    const { worker, peer } = this.#running;
    await peer.cancelCalls();
    await peer.call('close', null).catch((error: unknown) => {
      this.#log('workerNotClosed', { error });
    });
    await worker.terminate();
  }

  /** Removes the files of unfinished exports, at once and without waiting for the worker. */
  removePartialFiles(): void {
    for (const thread of this.#threads) this.#removeFiles(thread);
  }

  #removeFiles({ partialFiles }: RunningWorker): void {
    for (const path of partialFiles) {
      try {
        rmSync(path, { force: true });
      } catch (error) {
        this.#log('partialFileNotRemoved', { error });
      }
    }
    partialFiles.clear();
  }

  #start(): RunningWorker {
    const { start, fetchPage, writeLog } = this.#parts;
    const worker = start();
    const peer = new PortPeer<MainCalls, WorkerCalls>(worker, this.#log);
    const running = { worker, peer, partialFiles: new Set<string>() };
    peer.listen({
      fetchPage: (request, { signal, onProgress }) =>
        fetchPage(request, signal, (retry) => onProgress(0, undefined, retry)),
      log: (entry) => {
        writeLog(entry);
        return null;
      },
      partialFile: ({ path, exists }) => {
        if (exists) running.partialFiles.add(path);
        else running.partialFiles.delete(path);
        return null;
      },
    });
    this.#threads.add(running);
    const failCalls = () => {
      stopWatching();
      if (this.#running === running) this.#running = null;
      peer.close();
    };
    const stopWatching = this.#watch(peer, () => {
      this.#log('workerHung');
      // At once, because a thread that waits for a disk cannot be ended. Its files are removed when it has ended, or else at
      // the next start: their disk may not answer either.
      failCalls();
      void worker.terminate();
    });
    worker.on('error', (error) => this.#log('workerFailed', { error }));
    worker.on('exit', (exitCode) => {
      this.#threads.delete(running);
      if (!this.#isClosed) this.#log('workerEnded', { exitCode });
      this.#removeFiles(running);
      failCalls();
    });
    return running;
  }

  /**
   * Calls `onHung` if a worker no longer answers. Counts pings and not time, which also passes while the computer sleeps.
   *
   * @returns a function that stops watching. `onHung` must call it.
   */
  #watch(peer: RunningWorker['peer'], onHung: () => void): () => void {
    let missed = 0;
    const ping = () => {
      if (missed === maximumMissedPings) {
        onHung();
        return;
      }
      missed++;
      peer.call('ping', null).then(
        () => {
          missed = 0;
        },
        // The worker has ended.
        () => undefined,
      );
    };
    const timer = setInterval(ping, this.#parts.pingMilliseconds ?? 15_000).unref();
    return () => clearInterval(timer);
  }
}
