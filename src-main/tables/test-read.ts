import { pathToFileURL } from 'node:url';
import type { ResourceLimits } from 'node:worker_threads';
import { inject } from 'vitest';
import { readTable, startTableWorker } from './read-table.ts';

interface Options {
  resourceLimits?: ResourceLimits;
  signal?: AbortSignal;
}

/** Reads a file as the app does, in the real thread. */
export function read(name: string, bytes: Uint8Array | string, options: Options = {}) {
  const entry = pathToFileURL(inject('tableWorkerFile'));
  const { resourceLimits, signal = new AbortController().signal } = options;
  return readTable(
    { name, bytes: Buffer.from(bytes) },
    {
      start: (file) => startTableWorker(entry, file, resourceLimits),
      log: () => undefined,
    },
    signal,
  );
}

/** Returns the rows of the first sheet. */
export async function rowsOf(name: string, bytes: Uint8Array | string) {
  const { sheets } = await read(name, bytes);
  return sheets[0]?.rows;
}
