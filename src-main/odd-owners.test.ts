import { afterEach, beforeEach, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../sandbox/server.ts';
import { channels } from '../src-shared/channels.ts';
import { allAccounts } from '../src-shared/choices.ts';
import { noFilter } from '../src-shared/filter-values.ts';
import type { Connections } from './accounts/connections.ts';
import { startLists, type TestLists } from './list-worker/test-lists.ts';
import { createFetchPage } from './lists/create-fetch-page.ts';
import { context, createView, startComputer } from './test-computer.ts';
import { client, startHandlers } from './test-handlers.ts';

/** Ids that the server may send although they are no int64 without a sign. */
const ownerIds = ['own-abc', '-5', '12345678901234567890', 'Ổ 1'];

let server: Sandbox;
let lists: TestLists;
let connections: Connections;
beforeEach(async () => {
  server = await startSandbox({ apiKey: 'key', tenants: ownerIds.length });
  server.setTenants(
    server.tenants.map((tenant, at) => ({ ...tenant, owner_id: ownerIds[at] ?? '' })),
  );
  lists = await startLists({ fetchPage: createFetchPage(client, () => connections) });
});
afterEach(async () => {
  await lists[Symbol.asyncDispose]();
  await server.close();
});

it.each(ownerIds)('an owner with the id %j can be filtered and named', async (ownerId) => {
  const outside = { entries: new Map<string, string>(), keychainFault: null, leftLists: [] };
  const started = await startHandlers(lists, outside, { refreshed: [], preferences: [] });
  const { handlers } = started;
  ({ connections } = started);
  const { baseUrl, apiKey } = server;
  const account = { name: 'A', baseUrl, apiKey, keyStorage: 'keychain' } as const;
  const { accountId } = await handlers.addAccount(account, context);
  await handlers.refreshList({ accountId, mode: 'whole', filter: {} }, context);

  const named = channels.nameOwner.request.parse({ accountId, ownerId, name: 'Anh Minh' });
  await handlers.nameOwner(named, context);
  const request = channels.listTenants.request.parse({
    ...{ accountId, source: 'saved', filter: { ownerIds: [ownerId] }, paging: { limit: 25 } },
  });
  const { tenants } = await handlers.listTenants(request, context);
  expect(tenants).toMatchObject([{ ownerId, ownerName: 'Anh Minh' }]);
  const live = channels.listTenants.request.parse({ ...request, source: 'live' });
  await expect(handlers.listTenants(live, context)).rejects.toMatchObject({
    code: 'request_refused',
  });
});

it('names of owners and filters by them are restored from a backup', async () => {
  const [one, two] = [await startComputer('Hà Nội'), await startComputer('Hà Nội')];
  const ownerNames = ownerIds.map((ownerId) => ({ ownerId, name: `Name of ${ownerId}` }));
  await one.replace({
    annotations: [],
    ownerNames: ownerNames.map((owner) => ({ listId: one.listId, ...owner })),
  });
  const { shown } = createView(1);
  const view = createView(1, { shown: { ...shown, filterValues: { ...noFilter, ownerIds } } });
  const views = channels.saveViews.request.parse({ views: [view] });
  await one.handlers.saveViews(views, context);
  await one.handlers.saveBackup({}, context);
  const { preview } = await two.restore(one.dialogs.saved);
  expect(preview.accounts).toMatchObject([{ ownerNames: ownerIds.length }]);
  const found = await two.handlers.getOwnerNames({ accountId: allAccounts }, context);
  expect(found.toSorted(byId)).toEqual(ownerNames.toSorted(byId));
  expect(await two.handlers.getViews({}, context)).toEqual({ views: [view] });
  await one.lists[Symbol.asyncDispose]();
  await two.lists[Symbol.asyncDispose]();
});

function byId(one: { ownerId: string }, other: { ownerId: string }): number {
  return one.ownerId < other.ownerId ? -1 : 1;
}
