import { randomUUID } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../sandbox/server.ts';
import { allAccounts } from '../src-shared/choices.ts';
import { noFilter } from '../src-shared/filter-values.ts';
import type { Connections } from './accounts/connections.ts';
import type { Outside } from './accounts/test-connections.ts';
import { createFetchPage } from './lists/create-fetch-page.ts';
import { startLists, type TestLists } from './list-worker/test-lists.ts';
import { client, startHandlers } from './test-handlers.ts';

const context = { signal: new AbortController().signal, onProgress: () => undefined };
const layout = {
  records: 'tenants' as const,
  order: [],
  hidden: [],
  widths: { name: 300 },
  pageSize: 25 as const,
};

let lists: TestLists;
let outside: Outside;
let servers: { one: Sandbox; two: Sandbox };
let connections: Connections;
let handlers: Awaited<ReturnType<typeof startHandlers>>['handlers'];
beforeEach(async () => {
  lists = await startLists({ fetchPage: createFetchPage(client, () => connections) });
  outside = { entries: new Map(), keychainFault: null, leftLists: [] };
  servers = {
    one: await startSandbox({ apiKey: 'first:key', tenants: 400 }),
    two: await startSandbox({ apiKey: 'second:key', tenants: 25 }),
  };
  ({ handlers, connections } = await startHandlers(lists, outside, {
    refreshed: [],
    preferences: [],
  }));
});
afterEach(async () => {
  await lists[Symbol.asyncDispose]();
  await Promise.all([servers.one.close(), servers.two.close()]);
});

const pick = ({ baseUrl, apiKey }: Sandbox) => ({ baseUrl, apiKey });
const refresh = async (accountId: string) =>
  handlers.refreshList({ accountId, mode: 'whole', filter: {} }, context);
const remove = async (accountId: string) => handlers.removeAccount({ accountId }, context);
async function add(name: string, server: Sandbox): Promise<string> {
  const request = { name, ...pick(server), keyStorage: 'keychain' } as const;
  return (await handlers.addAccount(request, context)).accountId;
}

describe('an account that is being removed', () => {
  /** Returns whether the database has rows or runs of the account's list. */
  const hasTraces = async (accountId: string, server: string) => {
    const status = await lists.lists.call('getSavedList', { listIds: [`${accountId} ${server}`] });
    return status.state !== 'none' || status.interruptedRun !== null || status.tenants > 0;
  };

  it('keeps neither key nor rows of a connection, a refresh or a layout that begins meanwhile', async () => {
    for (const beginsBefore of [true, false]) {
      const one = await add('One', servers.one);
      const begin = () => [
        handlers.connect(
          { accountId: one, ...pick(servers.two), keyStorage: 'keychain' as const },
          context,
        ),
        refresh(one),
        handlers.saveLayout({ accountId: one, layout }, context),
        handlers.changeAccount({ accountId: one, name: 'New', color: 'pink' }, context),
      ];
      const begun = beginsBefore ? begin() : [];
      const removing = remove(one);
      if (!beginsBefore) begun.push(...begin());
      await Promise.all([removing, Promise.allSettled(begun.map((call) => Promise.resolve(call)))]);
      await Promise.allSettled([
        refresh(one),
        handlers.saveLayout({ accountId: one, layout }, context),
      ]);
      expect(connections.accounts()).toEqual([]);
      expect(outside.entries.size).toBe(0);
      expect(await hasTraces(one, servers.one.baseUrl)).toBe(false);
      expect(await hasTraces(one, servers.two.baseUrl)).toBe(false);
      expect(await handlers.getAccountSettings({ accountId: one }, context)).toMatchObject({
        layout: null,
      });
    }
  });

  it('leaves no view and no filter of it, even if the page saves them again', async () => {
    const one = await add('One', servers.one);
    const two = await add('Two', servers.two);
    const filterValues = { ...noFilter, accountIds: [one, two] };
    const shown = { filterValues, sort: null, layout, density: 'compact' as const };
    const view = { name: 'Monday', shown, exportOptions: null };
    const views = [one, two, allAccounts, null].map((accountId) => {
      return { ...view, viewId: randomUUID(), accountId };
    });
    const listState = { viewId: null, filterValues, sort: null, changedViews: [] };
    const save = async () => {
      await handlers.saveViews({ views }, context);
      await handlers.saveListState({ accountId: allAccounts, listState }, context);
    };
    await save();
    await remove(one);
    for (let time = 0; time < 2; time++) {
      const left = await handlers.getViews({}, context);
      expect(left.views.map(({ accountId }) => accountId)).toEqual([two, allAccounts, null]);
      const settings = await handlers.getAccountSettings({ accountId: allAccounts }, context);
      expect(settings.listState?.filterValues.accountIds).toEqual([two]);
      for (const name of await readdir(lists.folder))
        expect((await readFile(join(lists.folder, name))).includes(one), name).toBe(false);
      await save();
    }
  });

  it('leaves no list of an address that it had before', async () => {
    const one = await add('One', servers.one);
    await refresh(one);
    const file = join(lists.folder, 'accounts.json');
    const { baseUrl: before } = servers.one;
    await writeFile(file, (await readFile(file, 'utf8')).replace(before, servers.two.baseUrl));
    ({ handlers, connections } = await startHandlers(lists, outside, {
      refreshed: [],
      preferences: [],
    }));
    expect(await hasTraces(one, before)).toBe(true);
    await remove(one);
    expect(await hasTraces(one, before)).toBe(false);
    for (const name of await readdir(lists.folder)) {
      expect((await readFile(join(lists.folder, name))).includes(one), name).toBe(false);
    }
  });

  it('of sample data keeps no rows of a refresh that begins meanwhile', async () => {
    outside.sampleServer = pick(servers.one);
    for (const turns of [0, 1, 2, 3, 5, 8]) {
      const { accountId } = await handlers.addSampleData({}, context);
      const refreshing = Promise.resolve(refresh(accountId)).catch(() => null);
      for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
      await remove(accountId);
      await refreshing;
      expect(await hasTraces(accountId, 'sample')).toBe(false);
    }
  });
});
