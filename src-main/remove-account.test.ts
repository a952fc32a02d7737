import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../sandbox/server.ts';
import type { Connections } from './accounts/connections.ts';
import type { Outside } from './accounts/test-connections.ts';
import { startLists, type TestLists } from './list-worker/test-lists.ts';
import { client, startHandlers } from './test-handlers.ts';

const context = { signal: new AbortController().signal, onProgress: () => undefined };
const layout = { order: [], hidden: [], widths: { name: 300 }, pageSize: 25 as const };

let lists: TestLists;
let outside: Outside;
let servers: { one: Sandbox; two: Sandbox };
let connections: Connections;
let handlers: Awaited<ReturnType<typeof startHandlers>>['handlers'];
beforeEach(async () => {
  lists = await startLists({
    fetchPage: async ({ listId, ...query }, signal) =>
      client.fetchPage(await connections.credentialsOfList(listId, signal), query, signal),
  });
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
