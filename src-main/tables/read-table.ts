import { Worker, type ResourceLimits } from 'node:worker_threads';
import { AppError, type Result } from '../../src-shared/errors.ts';
import type { TableFile } from '../../src-shared/tables.ts';
import type { Log } from '../log/log.ts';

/** A file that needs more memory than this ends its thread, and not the app. */
const limits: ResourceLimits = { maxOldGenerationSizeMb: 1024 };

/** The largest file that is allowed takes a few seconds. */
const longestMilliseconds = 60_000;

export interface NamedBytes {
  name: string;
  bytes: Uint8Array;
}

/** Starts the thread that reads one file. @param entry the file of `table-worker.ts`. */
export function startTableWorker(entry: URL, file: NamedBytes, resourceLimits = limits): Worker {
  return new Worker(entry, { workerData: file, resourceLimits });
}

interface Parts {
  start: (file: NamedBytes) => Worker;
  log: Log;
  timeoutMilliseconds?: number;
}

/**
 * Reads a file of tables in a thread of its own, because a file can be made to take all memory or time.
 *
 * @throws AppError as `parseTable`; `table_too_large` also if the thread needs too much memory or time. The reason of
 * `signal` if it is aborted.
 */
export async function readTable(
  file: NamedBytes,
  { start, log, timeoutMilliseconds = longestMilliseconds }: Parts,
  signal: AbortSignal,
): Promise<TableFile> {
  signal.throwIfAborted();
  const worker = start(file);
  const timeout = AbortSignal.timeout(timeoutMilliseconds);
  try {
    const report = await reportOf(worker, AbortSignal.any([signal, timeout]));
    if (report.ok) return report.value;
    throw new AppError(report.error);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof AppError) throw error;
    if (timeout.aborted || isOutOfMemory(error)) {
      const message = 'The file takes too much memory or time';
      throw new AppError({ code: 'table_too_large', message }, { cause: error });
    }
    log('workerFailed', { error });
    const message = 'The thread that reads the file failed';
    throw new AppError({ code: 'table_unreadable', message }, { cause: error });
  } finally {
    await worker.terminate();
  }
}

/** Returns what the thread reports. @throws the error that ended the thread, or the reason of `signal`. */
function reportOf(worker: Worker, signal: AbortSignal): Promise<Result<TableFile>> {
  const { promise, resolve, reject } = Promise.withResolvers<Result<TableFile>>();
  worker.once('message', (report: Result<TableFile>) => resolve(report));
  worker.once('error', reject);
  worker.once('exit', () => reject(new Error('The thread ended without a report')));
  signal.addEventListener('abort', () => reject(new Error('Aborted', { cause: signal.reason })));
  return promise;
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
