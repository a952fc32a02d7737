import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { AppError } from '../../src-shared/errors.ts';
import type {
  FetchPage,
  MainCalls,
  TrackFile,
  WorkerCalls,
  WorkerSettings,
} from '../lists/calls.ts';
import { toLogEntry, type Log } from '../log/log.ts';
import { RefreshService } from '../refresh/refresh-service.ts';
import { PortPeer } from '../rpc/port-peer.ts';
import { openStore } from '../store/tenant-store.ts';
import { createTranslations } from '../translations.ts';
import { createWorkerHandlers, type SavedLists } from './worker-handlers.ts';

const settingsSchema: z.ZodType<WorkerSettings> = z.object({
  dataFolder: z.string(),
  version: z.string(),
});

/** Composes the worker's parts, as `index.ts` composes those of the main thread. */
function start(): void {
  if (parentPort === null) throw new Error('This file must be started as a worker');
  const { dataFolder, version } = settingsSchema.parse(workerData);
  const log: Log = (event, details) => {
    // If this fails, the main thread is gone, and with it the log.
    peer.call('log', toLogEntry(event, details)).catch(() => undefined);
  };
  const peer = new PortPeer<WorkerCalls, MainCalls>(parentPort, log);
  const fetchPage: FetchPage = (request, signal) => peer.call('fetchPage', request, { signal });
  const trackFile: TrackFile = (path) => {
    const report = (exists: boolean) => {
      peer.call('partialFile', { path, exists }).catch(() => undefined);
    };
    report(true);
    return () => report(false);
  };
  peer.listen(
    createWorkerHandlers({
      savedLists: open(dataFolder, fetchPage, log),
      fetchPage,
      trackFile,
      translations: createTranslations(),
      version,
    }),
  );
}

function open(dataFolder: string, fetchPage: FetchPage, log: Log): SavedLists | AppError {
  try {
    const { store, notice } = openStore(dataFolder);
    return { store, notice, refreshService: new RefreshService(store, fetchPage) };
  } catch (error) {
    if (error instanceof AppError) return error;
    log('storeNotOpened', { error });
    return new AppError({ code: 'store_failed', message: 'The saved lists could not be opened' });
  }
}

start();
