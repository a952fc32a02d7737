import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { PartialFiles } from '../files/partial-files.ts';
import type { FetchPage, MainCalls, WorkerCalls, WorkerSettings } from '../lists/calls.ts';
import { toLogEntry, type Log } from '../log/log.ts';
import { PortPeer } from '../rpc/port-peer.ts';
import { openAnnotations } from '../store/annotations/open-annotations.ts';
import { createTranslations } from '../translations.ts';
import { OpenedAnnotations } from './opened-annotations.ts';
import { openRecordLists } from './open-record-lists.ts';
import { createWorkerHandlers } from './worker-handlers.ts';

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
  const log: Log = (event, details) => {
    // If this fails, the main thread is gone, and with it the log.
    peer.call('log', toLogEntry(event, details)).catch(() => undefined);
  };
  const peer = new PortPeer<WorkerCalls, MainCalls>(parentPort, log);
  const fetchPage: FetchPage = (request, signal, onRetry) =>
    peer.call('fetchPage', request, {
      signal,
      onProgress: (_rows, _ofRows, retry) => {
        if (retry !== undefined) onRetry?.(retry);
      },
    });
  const reportFile = (path: string, exists: boolean) => {
    peer.call('partialFile', { path, exists }).catch(() => undefined);
  };
  const partialFiles = new PartialFiles(dataFolder);
  // In the background, because a folder on a network may answer late.
  void partialFiles.removeAbandoned();
  const annotations = new OpenedAnnotations({
    open: () => openAnnotations(dataFolder),
    onUnexpected: (error) => log('annotationsNotOpened', { error }),
  });
  const annotationsOf = (listId: string) => annotations.ofList(listId);
  peer.listen(
    createWorkerHandlers({
      savedLists: openRecordLists({
        ...{ dataFolder, annotationsOf, fetchPage },
        onUnexpected: (error) => log('storeNotOpened', { error }),
      }),
      annotations,
      fetchPage,
      partialFiles: {
        track: (path, work) => {
          reportFile(path, true);
          return partialFiles.track(path, work).finally(() => reportFile(path, false));
        },
      },
      translations: createTranslations(),
      version,
      computerZone,
      log,
    }),
  );
}

start();
