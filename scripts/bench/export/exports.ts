import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ListWorker, startWorker } from '../../../src-main/lists/list-worker.ts';
import type { CallOptions } from '../../../src-main/rpc/calls.ts';
import { defaultExportOptions } from '../../../src-shared/choices.ts';
import { listId } from './saved-list.ts';

const entry = new URL('../../../src-main/list-worker/worker.ts', import.meta.url);

/** Runs a script of this folder in a new process. @returns the number that it sends. */
export async function inProcess(script: string, ...args: readonly string[]): Promise<number> {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), args, {
    execArgv: ['--expose-gc'],
  });
  const sent: unknown[] = [];
  child.on('message', (message) => sent.push(message));
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(`${script} ${args.join(' ')} failed`);
  return z.number().parse(sent[0] ?? 0);
}

/** Starts the worker, without the rest of the app, with a saved list of `count` tenants. */
export async function startExports(count: number) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-export-'));
  await inProcess('other-writers.ts', 'fill', folder, String(count));
  const lists = new ListWorker({
    start: () => startWorker(entry, { dataFolder: folder, version: 'bench', computerZone: null }),
    fetchPage: () => Promise.reject(new Error('Not part of the benchmark')),
    writeLog: console.error,
  });
  const path = join(folder, 'tenants.xlsx');
  // The idle app has shown one page.
  await lists.call('listTenants', { listIds: [listId], filter: {}, paging: { limit: 100 } });
  return {
    folder,
    path,
    write: (options: CallOptions = {}) =>
      lists.call(
        'writeExport',
        {
          lists: [{ listId, accountId: 'bench', accountName: 'Bench', baseUrl: null }],
          showsAllAccounts: false,
          path,
          fallbackFolder: folder,
          language: 'en',
          timeZone: 'vietnam',
          scope: { kind: 'all', source: 'saved', filter: {} },
          options: defaultExportOptions,
        },
        options,
      ),
    async [Symbol.asyncDispose]() {
      await lists.close();
      await rm(folder, { recursive: true });
    },
  };
}

export type Exports = Awaited<ReturnType<typeof startExports>>;
