import { startSandbox } from '../sandbox/server.ts';
import type { RecordKind } from '../src-shared/record-kinds.ts';
import type { RefreshRequest } from '../src-shared/saved-list.ts';
import type { Connections } from './accounts/connections.ts';
import { EtelecomClient } from './etelecom/client.ts';
import { startLists } from './list-worker/test-lists.ts';
import { createFetchPage } from './lists/create-fetch-page.ts';
import type { CallContext } from './rpc/calls.ts';
import { startHandlers, type Reported } from './test-handlers.ts';

export const context: CallContext = {
  signal: new AbortController().signal,
  onProgress: () => undefined,
};
export const apiKey = 'first:distinct-key-of-this-test';

/** Starts the handlers with an account whose server has 320 tenants and 250 hotlines. For tests only. */
export async function startHotlines() {
  const server = await startSandbox({ apiKey, tenants: 320, hotlines: 250 });
  const client = new EtelecomClient({ fetch, firstRetryDelay: 1 });
  const started = Promise.withResolvers<Connections>();
  const lists = await startLists({ fetchPage: createFetchPage(client, () => started.promise) });
  const outside = { entries: new Map<string, string>(), keychainFault: null, leftLists: [] };
  const reported: Reported = { refreshed: [], preferences: [] };
  const { handlers, connections } = await startHandlers(lists, outside, reported);
  started.resolve(connections);
  const request = { name: 'One', baseUrl: server.baseUrl, apiKey, keyStorage: 'keychain' } as const;
  const { accountId } = await handlers.addAccount(request, context);
  const refresh = (
    mode: RefreshRequest['mode'] = 'whole',
    change: Partial<RefreshRequest> = {},
    callContext = context,
  ) => handlers.refreshList({ accountId, mode, filter: {}, ...change }, callContext);
  return {
    ...{ server, handlers, accountId, refresh },
    /** What was shown outside the window. */
    refreshed: reported.refreshed,
    dataFolder: lists.folder,
    refreshHotlines: (mode: RefreshRequest['mode'] = 'whole') =>
      refresh(mode, { records: 'hotlines' }),
    status: (records: RecordKind) => handlers.getSavedList({ accountId, records }, context),
    savedHotlines: async () => {
      const request = { accountId, records: 'hotlines', source: 'saved', filter: {} } as const;
      const page = await handlers.listTenants({ ...request, paging: { limit: 500 } }, context);
      return page.tenants.map(({ id }) => id).toSorted();
    },
    hotlinesOnServer: () => server.hotlines?.map(({ id }) => id).toSorted(),
    /** Returns how many requests for hotlines some work makes. */
    countRequests: async (work: () => unknown): Promise<number> => {
      const before = server.hotlineRequests.length;
      await work();
      return server.hotlineRequests.length - before;
    },
    async [Symbol.asyncDispose]() {
      await lists[Symbol.asyncDispose]();
      await server.close();
    },
  };
}

export type TestHotlines = Awaited<ReturnType<typeof startHotlines>>;
