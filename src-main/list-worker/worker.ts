import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { AppError } from '../../src-shared/errors.ts';
import type { FetchPage, MainCalls, WorkerCalls, WorkerSettings } from '../lists/calls.ts';
import { PartialFiles } from '../files/partial-files.ts';
import { logToConsole } from '../log.ts';
import { RefreshService } from '../refresh/refresh-service.ts';
import { PortPeer } from '../rpc/port-peer.ts';
import { openStore } from '../store/tenant-store.ts';
import { createTranslations } from '../translations.ts';
import { createWorkerHandlers, type SavedLists } from './worker-handlers.ts';

const settingsSchema: z.ZodType<WorkerSettings> = z.object({
  dataFolder: z.string(),
  version: z.string(),
  computerZone: z
    .object({
      name: z.string(),
      offsets: z.array(z.object({ from: z.number(), minutes: z.number() })),
    })
    .nullable(),
});

/** Composes the worker's parts, as `index.ts` composes those of the main thread. */
function start(): void {
  if (parentPort === null) throw new Error('This file must be started as a worker');
  const { dataFolder, version, computerZone } = settingsSchema.parse(workerData);
  const peer = new PortPeer<WorkerCalls, MainCalls>(parentPort, logToConsole);
  const fetchPage: FetchPage = (request, signal, onRetry) =>
    peer.call('fetchPage', request, {
      signal,
      onProgress: (_rows, _ofRows, retryAt) => {
        if (retryAt !== undefined) onRetry?.(retryAt);
      },
    });
  const partialFiles = new PartialFiles(dataFolder);
  // In the background, because a folder on a network may answer late.
  void partialFiles.removeAbandoned();
  peer.listen(
    createWorkerHandlers({
      savedLists: open(dataFolder, fetchPage),
      fetchPage,
      partialFiles,
      translations: createTranslations(),
      version,
      computerZone,
    }),
  );
}

function open(dataFolder: string, fetchPage: FetchPage): SavedLists | AppError {
  try {
    const { store, notice } = openStore(dataFolder);
    return { store, notice, refreshService: new RefreshService(store, fetchPage) };
  } catch (error) {
    if (error instanceof AppError) return error;
    logToConsole('The saved lists could not be opened', error);
    return new AppError({ code: 'store_failed', message: 'The saved lists could not be opened' });
  }
}

start();
