import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { inject } from 'vitest';
import type { Sandbox } from '../../sandbox/server.ts';
import { defaultExportOptions } from '../../src-shared/choices.ts';
import type { Log } from '../electron/log.ts';
import type { Fetch } from '../etelecom/transport.ts';
import type { RequestOf, WorkerSettings } from './calls.ts';
import { ListWorker, type CallOptions } from './list-worker.ts';

export const listId = 'account server';

export interface TestListsOptions {
  /** A folder of its own unless told, as for another start on the same one. */
  dataFolder?: string;
  fetch?: Fetch;
  log?: Log;
}

/** The saved list with everything real: thread, file, client. For tests only. */
export async function startLists({
  dataFolder,
  fetch = globalThis.fetch,
  log = console.error,
}: TestListsOptions = {}) {
  const folder = dataFolder ?? (await mkdtemp(join(tmpdir(), 'lists-')));
  const threads: Worker[] = [];
  const workerData: WorkerSettings = {
    dataFolder: folder,
    version: '1.2.3',
    client: { firstRetryDelay: 5, timeout: 2_000 },
  };
  const lists = new ListWorker({
    start: () => {
      const thread = new Worker(inject('workerFile'), { workerData });
      threads.push(thread);
      return thread;
    },
    fetch,
    log,
  });
  return {
    lists,
    folder,
    threads,
    status: () => lists.call('status', { listIds: [listId] }),
    list: (query: Partial<RequestOf<'list'>> = {}) =>
      lists.call('list', { listIds: [listId], filter: {}, paging: { limit: 100 }, ...query }),
    refresh: (
      sandbox: Pick<Sandbox, 'baseUrl' | 'apiKey'>,
      request: Partial<RequestOf<'refresh'>> = {},
      options: CallOptions = {},
    ) => {
      const credentials = { baseUrl: sandbox.baseUrl, apiKey: sandbox.apiKey };
      const whole = { listId, mode: 'whole', filter: {}, credentials } as const;
      return lists.call('refresh', { ...whole, ...request }, options);
    },
    /** Everything saved, to Excel, unless told. */
    exportRequest: (
      { baseUrl }: Pick<Sandbox, 'baseUrl'>,
      change: Partial<RequestOf<'writeExport'>>,
    ): RequestOf<'writeExport'> => ({
      lists: [{ listId, accountId: 'account', accountName: 'Partner One', baseUrl }],
      showsAllAccounts: false,
      path: join(folder, 'tenants.xlsx'),
      scope: { kind: 'all', source: 'saved', filter: {} },
      options: defaultExportOptions,
      language: 'en',
      timeZone: 'vietnam',
      credentials: null,
      ...change,
    }),
    /** Ends the thread; the folder stays when it was given, for whoever gave it. */
    async [Symbol.asyncDispose]() {
      await lists.close();
      if (dataFolder === undefined) await rm(folder, { recursive: true });
    },
  };
}

export type TestLists = Awaited<ReturnType<typeof startLists>>;

/** The body of a request as the worker sends it. For tests only. */
export function textOf({ body }: RequestInit): string {
  return typeof body === 'string' ? body : '';
}

/** The ids of every saved tenant, page by page. For tests only. */
export async function savedIds(lists: TestLists): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<TestLists['list']>> = await lists.list({
      paging: { limit: 100, ...(after !== null && { after }) },
    });
    ids.push(...page.tenants.map(({ id }) => id));
    after = page.paging.next;
  } while (after !== null);
  return ids;
}
