import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker, type ResourceLimits } from 'node:worker_threads';
import { inject } from 'vitest';
import { defaultExportOptions } from '../../src-shared/choices.ts';
import { AppError } from '../../src-shared/errors.ts';
import { EtelecomClient, type Credentials } from '../etelecom/client.ts';
import type { Fetch } from '../etelecom/transport.ts';
import { recordsOf } from '../list-ids.ts';
import type { FetchPage, WorkerCalls, WorkerSettings, WriteExportRequest } from '../lists/calls.ts';
import { ListWorker } from '../lists/list-worker.ts';
import type { LogEntry } from '../log/log.ts';
import type { CallOptions } from '../rpc/calls.ts';

export const listId = 'account server';

export interface TestListsOptions {
  /** The default is a new folder. */
  dataFolder?: string;
  fetch?: Fetch;
  /** The default fetches from the server that `refresh` or `exportRequest` last named for the list. */
  fetchPage?: FetchPage;
  writeLog?: (entry: LogEntry) => void;
  resourceLimits?: ResourceLimits;
}

/** Starts the saved lists with the real worker, database and API client. For tests only. */
export async function startLists({
  dataFolder,
  fetch = globalThis.fetch,
  fetchPage,
  writeLog = console.error,
  resourceLimits = {},
}: TestListsOptions = {}) {
  const folder = dataFolder ?? (await mkdtemp(join(tmpdir(), 'lists-')));
  const threads: Worker[] = [];
  const workerData: WorkerSettings = { dataFolder: folder, version: '1.2.3', computerZone: null };
  const client = new EtelecomClient({ fetch, firstRetryDelay: 5, timeout: 2_000 });
  const servers = new Map<string, Credentials>();
  const fetchFromServer: FetchPage = ({ listId, ...query }, signal, onRetry) => {
    const server = servers.get(listId);
    if (server === undefined) {
      return Promise.reject(new AppError({ code: 'not_connected', message: 'No server' }));
    }
    return client.fetchPage(server, { ...query, records: recordsOf(listId) }, signal, onRetry);
  };
  const lists = new ListWorker({
    start: () => {
      const thread = new Worker(inject('workerFile'), { workerData, resourceLimits });
      threads.push(thread);
      return thread;
    },
    fetchPage: fetchPage ?? fetchFromServer,
    writeLog,
  });
  return {
    lists,
    folder,
    threads,
    status: () => lists.call('getSavedList', { listIds: [listId] }),
    list: (query: Partial<WorkerCalls['listTenants']['request']> = {}) =>
      lists.call('listTenants', {
        listIds: [listId],
        filter: {},
        paging: { limit: 100 },
        ...query,
      }),
    refresh: (
      { baseUrl, apiKey }: Credentials,
      change: Partial<WorkerCalls['refreshList']['request']> = {},
      options: CallOptions = {},
    ) => {
      const request: WorkerCalls['refreshList']['request'] = {
        ...{ listId, mode: 'whole', filter: {} },
        ...{ fullRefreshHours: 24, historyDays: 400 },
        ...change,
      };
      servers.set(request.listId, { baseUrl, apiKey });
      return lists.call('refreshList', request, options);
    },
    /** Returns a request that exports all saved rows to Excel, except for `change`. */
    exportRequest: (
      { baseUrl, apiKey }: Credentials,
      change: Partial<WriteExportRequest> = {},
    ): WriteExportRequest => {
      servers.set(listId, { baseUrl, apiKey });
      return {
        lists: [{ listId, accountId: 'account', accountName: 'Partner One', baseUrl }],
        showsAllAccounts: false,
        path: join(folder, 'tenants.xlsx'),
        fallbackFolder: folder,
        scope: { kind: 'all', source: 'saved', filter: {} },
        options: defaultExportOptions,
        language: 'en',
        timeZone: 'vietnam',
        ...change,
      };
    },
    /** Ends the worker. Deletes the folder if it was created here. */
    async [Symbol.asyncDispose]() {
      await lists.close();
      if (dataFolder === undefined) await rm(folder, { recursive: true });
    },
  };
}

export type TestLists = Awaited<ReturnType<typeof startLists>>;

/** Returns the body of a request of the API client. For tests only. */
export function textOf({ body }: RequestInit): string {
  return typeof body === 'string' ? body : '';
}

/** Returns the ids of all saved tenants, read page by page. For tests only. */
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
