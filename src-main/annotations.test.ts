import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../sandbox/server.ts';
import { allAccounts } from '../src-shared/choices.ts';
import { tenantKey } from '../src-shared/tenant-key.ts';
import type { Connections } from './accounts/connections.ts';
import { createFetchPage } from './lists/create-fetch-page.ts';
import { startLists, type TestLists } from './list-worker/test-lists.ts';
import { openAnnotations } from './store/annotations/open-annotations.ts';
import { client, startHandlers } from './test-handlers.ts';

const context = { signal: new AbortController().signal, onProgress: () => undefined };

let lists: TestLists;
let servers: { one: Sandbox; two: Sandbox };
let connections: Connections;
let handlers: Awaited<ReturnType<typeof startHandlers>>['handlers'];
let accounts: { one: string; two: string };
beforeEach(async () => {
  lists = await startLists({ fetchPage: createFetchPage(client, () => connections) });
  const outside = { entries: new Map<string, string>(), keychainFault: null, leftLists: [] };
  // Both servers have tenants with the same ids.
  servers = {
    one: await startSandbox({ apiKey: 'first:key', tenants: 40 }),
    two: await startSandbox({ apiKey: 'second:key', tenants: 25 }),
  };
  const reported = { refreshed: [], preferences: [] };
  ({ handlers, connections } = await startHandlers(lists, outside, reported));
  accounts = { one: await add('One', servers.one), two: await add('Two', servers.two) };
});
afterEach(async () => {
  await lists[Symbol.asyncDispose]();
  await Promise.all([servers.one.close(), servers.two.close()]);
});

async function add(name: string, { baseUrl, apiKey }: Sandbox): Promise<string> {
  const request = { name, baseUrl, apiKey, keyStorage: 'keychain' } as const;
  const { accountId } = await handlers.addAccount(request, context);
  await handlers.refreshList({ accountId, mode: 'whole', filter: {} }, context);
  return accountId;
}
const list = async (accountId: string, filter = {}) =>
  (
    await handlers.listTenants(
      { accountId, source: 'saved', filter, paging: { limit: 100 } },
      context,
    )
  ).tenants;
const annotated = async (accountId: string) =>
  (await list(accountId)).filter(({ annotation }) => annotation !== undefined);

describe('annotations', () => {
  it('of a selection in all accounts belong to the account of each tenant, and can be undone', async () => {
    const all = await list(allAccounts);
    const ofOne = all.find(({ accountId }) => accountId === accounts.one);
    const ofTwo = all.find(({ accountId, id }) => accountId === accounts.two && id !== ofOne?.id);
    if (ofOne === undefined || ofTwo === undefined) throw new Error('Two tenants are needed');
    const keys = [ofOne, ofTwo].map(tenantKey);
    const change = { isStarred: true, note: 'gọi lại', addTags: ['VIP'] };
    const annotation = { isStarred: true, note: 'gọi lại', tags: ['VIP'] };
    const before = await handlers.annotateTenants(
      { accountId: allAccounts, tenants: { keys }, change },
      context,
    );
    expect(await annotated(accounts.one)).toMatchObject([{ id: ofOne.id, annotation }]);
    expect(await annotated(accounts.two)).toMatchObject([{ id: ofTwo.id, annotation }]);
    expect(await handlers.getTags({ accountId: allAccounts }, context)).toEqual([
      { tag: 'VIP', count: 2 },
    ]);
    await handlers.restoreAnnotations(before, context);
    expect(await annotated(allAccounts)).toEqual([]);
  });

  it('are imported into the list of each tenant, and undone with the names of owners', async () => {
    const [ofOne] = await list(accounts.one);
    const known = new Set((await list(accounts.one)).map(({ id }) => id));
    const ofTwo = (await list(accounts.two)).find(({ id }) => !known.has(id));
    const rows = [
      { tenant: ofOne?.id ?? '', ownerName: 'Anh Minh' },
      ...(ofTwo === undefined ? [] : [{ tenant: ofTwo.id, note: 'gọi lại' }]),
    ];
    const request = { accountId: allAccounts, rows };
    const before = await list(allAccounts);
    const preview = await handlers.previewImport(request, context);
    expect(await list(allAccounts)).toEqual(before);
    const imported = await handlers.importAnnotations(request, context);
    expect(imported.report).toEqual(preview);
    const after = await list(allAccounts);
    expect(after.some(({ ownerName }) => ownerName === 'Anh Minh')).toBe(true);
    await handlers.restoreAnnotations(imported.before, context);
    expect(await list(allAccounts)).toEqual(before);
  });

  it('of all tenants that match a filter leave out those that the user has removed', async () => {
    const [first, ...others] = await list(accounts.one);
    if (first === undefined) throw new Error('A tenant is needed');
    await handlers.annotateTenants(
      {
        accountId: accounts.one,
        tenants: { filter: {}, except: [tenantKey(first)] },
        change: { isStarred: true },
      },
      context,
    );
    const ids = (await annotated(accounts.one)).map(({ id }) => id);
    expect(ids).toEqual(others.map(({ id }) => id));
    expect(await annotated(accounts.two)).toEqual([]);
  });

  it('of all tenants that match are only of the accounts in the filter', async () => {
    const tenants = { filter: { accountIds: [accounts.two] } };
    const change = { isStarred: true };
    await handlers.annotateTenants({ accountId: allAccounts, tenants, change }, context);
    expect(await annotated(accounts.one)).toEqual([]);
    expect(await annotated(accounts.two)).toHaveLength(25);
  });

  it('of all tenants that match are not changed if the call was canceled', async () => {
    const annotating = handlers.annotateTenants(
      { accountId: accounts.one, tenants: { filter: {} }, change: { isStarred: true } },
      { ...context, signal: AbortSignal.abort() },
    );
    await expect(annotating).rejects.toMatchObject({ code: 'canceled' });
    expect(await annotated(accounts.one)).toEqual([]);
  });

  it('that are damaged while the app runs do not cost the saved lists', async () => {
    const database = join(lists.folder, 'annotations.sqlite');
    const [tenant] = await list(accounts.one);
    if (tenant === undefined) throw new Error('A tenant is needed');
    const tenants = { keys: [tenantKey(tenant)] };
    const annotate = async (note: string) =>
      handlers.annotateTenants({ accountId: accounts.one, tenants, change: { note } }, context);
    await annotate('first');
    await writeFile(database, Buffer.alloc(8192, 0xff));
    await annotate('second').catch(() => undefined);
    expect((await readdir(lists.folder)).filter((name) => name.startsWith('tenants.'))).toEqual(
      expect.not.arrayContaining([expect.stringContaining('corrupt')]),
    );
    expect(await list(accounts.one)).toHaveLength(40);
  });

  it.skipIf(process.platform === 'win32')(
    'are written again if their file is deleted',
    async () => {
      const [first, second] = await list(accounts.one);
      if (first === undefined || second === undefined) throw new Error('Two tenants are needed');
      const annotate = (tenant: typeof first) =>
        handlers.annotateTenants(
          {
            accountId: accounts.one,
            tenants: { keys: [tenantKey(tenant)] },
            change: { note: 'a' },
          },
          context,
        );
      await annotate(first);
      await rm(join(lists.folder, 'annotations.sqlite'));
      await expect(annotate(second)).rejects.toMatchObject({ code: 'store_gone' });
      await annotate(second);
      expect(await annotated(accounts.one)).toHaveLength(2);
      await lists.lists.close();
      const reopened = openAnnotations(lists.folder);
      const { listId } = connections.savedList(accounts.one);
      expect(reopened.annotations.ofList(listId).tenants.size).toBe(2);
      reopened.annotations.close();
    },
  );

  it('are deleted with their account, and no others are', async () => {
    for (const accountId of [accounts.one, accounts.two]) {
      const tenants = { filter: {} };
      const change = { addTags: ['VIP'] };
      await handlers.annotateTenants({ accountId, tenants, change }, context);
    }
    const listIds = [connections.savedList(accounts.one).listId];
    expect(await lists.lists.call('getTags', { listIds })).toEqual([{ tag: 'VIP', count: 40 }]);
    await handlers.removeAccount({ accountId: accounts.one }, context);
    expect(await annotated(accounts.two)).toHaveLength(25);
    expect(await lists.lists.call('getTags', { listIds })).toEqual([]);
  });

  it('are added to live pages', async () => {
    const [tenant] = await list(accounts.one);
    if (tenant === undefined) throw new Error('A tenant is needed');
    const tenants = { keys: [tenantKey(tenant)] };
    await handlers.annotateTenants(
      { accountId: accounts.one, tenants, change: { note: 'gọi lại' } },
      context,
    );
    const live = await handlers.listTenants(
      { accountId: accounts.one, source: 'live', filter: {}, paging: { limit: 100 } },
      context,
    );
    const noted = live.tenants.filter(({ annotation }) => annotation !== undefined);
    expect(noted).toMatchObject([{ id: tenant.id, annotation: { note: 'gọi lại' } }]);
  });

  it('name an owner in each account, for the list and the details', async () => {
    const [tenant] = await list(accounts.one);
    const ownerId = tenant?.ownerId ?? '';
    const before = await handlers.nameOwner(
      { accountId: accounts.one, ownerId, name: 'Anh Minh' },
      context,
    );
    expect(before).toEqual([{ accountId: accounts.one, name: null }]);
    const details = await handlers.getTenant(
      { accountId: accounts.one, tenantId: tenant?.id ?? '' },
      context,
    );
    const named = (await list(accounts.one)).filter(({ ownerName }) => ownerName === 'Anh Minh');
    expect(details.tenant.ownerName).toBe('Anh Minh');
    expect(details.ofSameOwner.count).toBe(named.length - 1);
    expect(named.every((one) => one.ownerId === ownerId)).toBe(true);
  });

  it('know the names of all owners: in all accounts, that of the first', async () => {
    const name = (accountId: string, ownerId: string, text: string) =>
      handlers.nameOwner({ accountId, ownerId, name: text }, context);
    await name(accounts.two, '7', 'of two');
    await name(accounts.one, '7', 'of one');
    await name(accounts.two, '8', 'only of two');
    expect(await handlers.getOwnerNames({ accountId: accounts.one }, context)).toEqual([
      { ownerId: '7', name: 'of one' },
    ]);
    const ofAll = await handlers.getOwnerNames({ accountId: allAccounts }, context);
    expect(new Map(ofAll.map((owner) => [owner.ownerId, owner.name]))).toEqual(
      new Map([
        ['7', 'of one'],
        ['8', 'only of two'],
      ]),
    );
  });
});
