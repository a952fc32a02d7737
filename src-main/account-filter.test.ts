import { expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../sandbox/server.ts';
import { allAccounts } from '../src-shared/choices.ts';
import type { ListTenantsRequest } from '../src-shared/list-tenants.ts';
import type { Connections } from './accounts/connections.ts';
import { createFetchPage } from './lists/create-fetch-page.ts';
import { startLists } from './list-worker/test-lists.ts';
import { client, startHandlers } from './test-handlers.ts';

const context = { signal: new AbortController().signal, onProgress: () => undefined };

it('the list of all accounts can be limited to some, and its facets count the tenants of each', async () => {
  const started = Promise.withResolvers<Connections>();
  await using lists = await startLists({
    fetchPage: createFetchPage(client, () => started.promise),
  });
  const outside = { entries: new Map<string, string>(), keychainFault: null, leftLists: [] };
  const reported = { refreshed: [], preferences: [] };
  const { handlers, connections } = await startHandlers(lists, outside, reported);
  started.resolve(connections);
  const servers = await Promise.all([
    startSandbox({ apiKey: 'first:key', tenants: 40 }),
    startSandbox({ apiKey: 'second:key', tenants: 25 }),
  ]);
  const add = async (name: string, { baseUrl, apiKey }: Sandbox) => {
    const request = { name, baseUrl, apiKey, keyStorage: 'keychain' } as const;
    const { accountId } = await handlers.addAccount(request, context);
    await handlers.refreshList({ accountId, mode: 'whole', filter: {} }, context);
    return accountId;
  };
  try {
    const one = await add('One', servers[0]);
    const two = await add('Two', servers[1]);
    const filter = { accountIds: [two] };
    const request: ListTenantsRequest = {
      ...{ accountId: allAccounts, source: 'saved', filter, paging: { limit: 100 } },
    };
    const { tenants, total } = await handlers.listTenants(request, context);
    expect(total).toBe(25);
    expect(tenants.every((tenant) => tenant.accountId === two)).toBe(true);

    const counted = { accountId: allAccounts, filter, timeZone: 'utc' } as const;
    const ofTwo = await handlers.getFacets(counted, context);
    expect(ofTwo.accounts).toEqual([
      { value: one, count: 40 },
      { value: two, count: 25 },
    ]);
    expect(ofTwo.statuses.reduce((sum, { count }) => sum + count, 0)).toBe(25);
    expect((await handlers.getOverview(counted, context)).total).toBe(25);

    // The list of one account has no accounts to choose from.
    const ofOne = await handlers.getFacets({ ...counted, accountId: one }, context);
    expect(ofOne.accounts).toEqual([]);
    expect(ofOne.statuses.reduce((sum, { count }) => sum + count, 0)).toBe(40);
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
});
