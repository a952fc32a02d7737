import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { AppError } from '../../src-shared/errors.ts';
import { logToConsole } from '../electron/log.ts';
import { EtelecomClient } from '../etelecom/client.ts';
import { Refreshes } from '../refresh/refreshes.ts';
import { openStore } from '../store/tenant-store.ts';
import { createTranslations } from '../translations.ts';
import { createCallHandlers, type Opened } from './call-handlers.ts';
import { CallServer } from './call-server.ts';

const settingsSchema = z.object({
  dataFolder: z.string(),
  version: z.string(),
  client: z.object({ timeout: z.number(), firstRetryDelay: z.number() }).partial().default({}),
});

function open(dataFolder: string): Opened | AppError {
  try {
    const { store, notice } = openStore(dataFolder);
    return { store, notice, refreshes: new Refreshes(store) };
  } catch (error) {
    if (error instanceof AppError) return error;
    logToConsole('The saved list could not be opened', error);
    return new AppError({ code: 'store_failed', message: 'The saved list could not be opened' });
  }
}

/** Puts the worker's parts together; with `index.ts` of the main thread the only place that does. */
function start(): void {
  if (parentPort === null) throw new Error('This file is the entry of a worker');
  const { dataFolder, version, client } = settingsSchema.parse(workerData);
  const server = new CallServer(parentPort, logToConsole);
  server.listen(
    createCallHandlers({
      opened: open(dataFolder),
      client: new EtelecomClient({ ...client, fetch: server.fetch }),
      translations: createTranslations(),
      version,
      cancelAll: () => server.cancelAll(),
    }),
  );
}

start();
