import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateTenants } from '../sandbox/generate.ts';
import { startSandbox, type Sandbox } from '../sandbox/server.ts';
import { allAccounts } from '../src-shared/choices.ts';
import type { Connections } from './accounts/connections.ts';
import type { Outside } from './accounts/test-connections.ts';
import { createFetchPage } from './lists/create-fetch-page.ts';
import { startLists, type TestLists } from './list-worker/test-lists.ts';
import { client, defaults, startHandlers, type Reported } from './test-handlers.ts';

const context = { signal: new AbortController().signal, onProgress: () => undefined };
const nobody = '00000000-0000-4000-8000-000000000000';
const layout = {
  records: 'tenants' as const,
  order: [],
  hidden: [],
  widths: { name: 300 },
  pageSize: 25 as const,
};

/** Tenants with the same ids as those of the first partner, but other names. */
const others = generateTenants({ count: 25, seed: 1 }).map((tenant) => ({
  ...tenant,
  name: `${tenant.name} (Zulu)`,
}));

let lists: TestLists;
let outside: Outside;
let reported: Reported;
let servers: { one: Sandbox; two: Sandbox };
let connections: Connections;
let handlers: Awaited<ReturnType<typeof startHandlers>>['handlers'];
beforeEach(async () => {
  lists = await startLists({ fetchPage: createFetchPage(client, () => connections) });
  outside = { entries: new Map(), keychainFault: null, leftLists: [] };
  reported = { refreshed: [], preferences: [] };
  servers = {
    one: await startSandbox({ apiKey: 'first:key', tenants: 40, hotlines: 30 }),
    two: await startSandbox({ apiKey: 'second:key', tenants: others }),
  };
  ({ handlers, connections } = await startHandlers(lists, outside, reported));
});
afterEach(async () => {
  await lists[Symbol.asyncDispose]();
  await Promise.all([servers.one.close(), servers.two.close()]);
});

async function add(name: string, { baseUrl, apiKey }: Sandbox): Promise<string> {
  const request = { name, baseUrl, apiKey, keyStorage: 'keychain' } as const;
  return (await handlers.addAccount(request, context)).accountId;
}
const refresh = (accountId: string) =>
  handlers.refreshList({ accountId, mode: 'whole', filter: {} }, context);
const list = (accountId: string, source: 'saved' | 'live' = 'saved') =>
  handlers.listTenants({ accountId, source, filter: {}, paging: { limit: 100 } }, context);
const remove = async (accountId: string) => handlers.removeAccount({ accountId }, context);
const tenantsIn = async (accountId: string) =>
  (await handlers.getSavedList({ accountId }, context)).tenants;

const pick = ({ baseUrl, apiKey }: Sandbox) => ({ baseUrl, apiKey });

const namesOf = (tenants: readonly { name: string | null }[] = []) =>
  tenants.map(({ name }) => name).toSorted();

describe('a request for an account', () => {
  it('is answered from its own list and its own server, with its own key', async () => {
    const one = await add('One', servers.one);
    const two = await add('Two', servers.two);
    await refresh(one);
    expect(await tenantsIn(one)).toBe(40);
    await expect(list(two)).rejects.toMatchObject({ code: 'nothing_saved' });
    await refresh(two);
    expect(reported.refreshed).toEqual(['One', 'Two']);

    const page = await list(two);
    expect(namesOf(page.tenants)).toEqual(namesOf(others));
    expect(page.tenants[0]).not.toHaveProperty('accountId');
    // Both accounts have tenants with the same ids.
    const tenantId = others[0]?.id ?? '';
    const detailsOf = async (accountId: string) =>
      (await handlers.getTenant({ accountId, tenantId }, context)).tenant.name;
    expect(await detailsOf(one)).toBe(servers.one.tenants.find(({ id }) => id === tenantId)?.name);
    expect(await detailsOf(two)).toBe(others[0]?.name);

    const asked = servers.one.requests.length;
    expect((await list(two, 'live')).tenants).toHaveLength(25);
    expect(servers.one.requests).toHaveLength(asked);
  });

  it('for all accounts returns all tenants, each with its account', async () => {
    const one = await add('One', servers.one);
    const two = await add('Two', servers.two);
    await refresh(one);
    await refresh(two);
    const { tenants } = await list(allAccounts);
    const owners = Map.groupBy(tenants, ({ accountId }) => accountId);
    expect(owners.get(one)).toHaveLength(40);
    expect(namesOf(owners.get(two))).toEqual(namesOf(others));
    expect(await tenantsIn(allAccounts)).toBe(65);
  });

  it('is rejected if there is no such account', async () => {
    const one = await add('One', servers.one);
    await refresh(one);
    const request = { accountId: nobody };
    for (const asked of [
      async () => list(nobody),
      async () => list(nobody, 'live'),
      async () => refresh(nobody),
      async () => tenantsIn(nobody),
      async () => handlers.getTenant({ ...request, tenantId: '1' }, context),
      async () => handlers.getFacets({ ...request, filter: {}, timeZone: 'utc' }, context),
      async () => handlers.getOverview({ filter: {}, ...request, timeZone: 'utc' }, context),
      async () => remove(nobody),
      async () => handlers.testConnection(request, context),
    ]) {
      await expect(asked()).rejects.toMatchObject({ code: 'not_connected' });
    }
    expect(reported.refreshed).toEqual(['One']);
  });
});

/** Counts the files of the data folder that contain a text, for each text. */
async function countTraces(texts: readonly string[]): Promise<number> {
  const files = await readdir(lists.folder);
  const contents = await Promise.all(files.map((name) => readFile(join(lists.folder, name))));
  const hits = texts.map((text) => {
    const forms = [Buffer.from(text), Buffer.from(text, 'utf16le')];
    return contents.filter((bytes) => forms.some((form) => bytes.includes(form))).length;
  });
  return hits.reduce((sum, count) => sum + count, 0);
}

describe('removing an account', () => {
  it('removes its key, its list and its settings, and those of no other account', async () => {
    const one = await add('One', servers.one);
    const two = await add('Two', servers.two);
    for (const accountId of [one, two]) {
      await refresh(accountId);
      await handlers.saveLayout({ accountId, layout }, context);
    }
    await remove(one);
    expect([...outside.entries.keys()]).toEqual([two]);
    const listOf = (accountId: string, { baseUrl }: Sandbox) =>
      lists.lists.call('getSavedList', { listIds: [`${accountId} ${baseUrl}`] });
    expect(await listOf(one, servers.one)).toMatchObject({ state: 'none', tenants: 0 });
    expect(await listOf(two, servers.two)).toMatchObject({ state: 'complete', tenants: 25 });
    expect(await handlers.getAccountSettings({ accountId: one }, context)).toMatchObject({
      layout: null,
    });
    expect(await handlers.getAccountSettings({ accountId: two }, context)).toMatchObject({
      layout,
    });
    const { accounts } = await handlers.loadApp({}, context);
    expect(accounts.map(({ name }) => name)).toEqual(['Two']);
  });

  it('leaves nothing of it, its tenants and its hotlines in any file of the data folder', async () => {
    const one = await add('One', servers.one);
    await add('Two', servers.two);
    for (let run = 0; run < 3; run++) await refresh(one);
    await handlers.saveLayout({ accountId: one, layout }, context);
    await handlers.changeAccount({ accountId: one, name: 'Uno', color: 'red' }, context);
    const names = servers.one.tenants.slice(0, 5).map(({ name }) => name);
    // Files that were set aside at earlier starts.
    const kept = { settings: `{"accounts":["${one}"]}`, database: names.join(), other: '{}' };
    await writeFile(join(lists.folder, 'accounts.json.unreadable-1'), kept.settings, 'utf16le');
    for (const name of ['tenants', 'hotlines'])
      await writeFile(join(lists.folder, `${name}.sqlite.corrupt-1`), kept.database);
    await writeFile(join(lists.folder, 'preferences.json.unreadable-1'), kept.other);
    const numbers = (servers.one.hotlines ?? []).map(({ hotline }) => hotline);
    const domains = servers.one.tenants.map(({ domain }) => domain);
    const marks = [one, '"Uno"', ...names, ...domains, ...numbers];
    expect(await countTraces(marks)).toBeGreaterThan(100);
    expect(await countTraces(numbers)).toBeGreaterThan(30);
    await remove(one);
    expect(await countTraces(marks)).toBe(0);
    expect(await readdir(lists.folder)).toContain('preferences.json.unreadable-1');
  });

  it('changes nothing if the keychain fails', async () => {
    const one = await add('One', servers.one);
    await refresh(one);
    await handlers.saveLayout({ accountId: one, layout }, context);
    outside.keychainFault = 'keychain_locked';
    await expect(remove(one)).rejects.toMatchObject({ code: 'keychain_locked' });
    expect(await tenantsIn(one)).toBe(40);
    expect(await handlers.getAccountSettings({ accountId: one }, context)).toMatchObject({
      layout,
    });
    expect((await list(one, 'live')).tenants).toHaveLength(40);
  });
});

describe('the account of sample data', () => {
  it('is added once, also by two requests at the same time', async () => {
    const [one, two] = await Promise.all([
      handlers.addSampleData({}, context),
      handlers.addSampleData({}, context),
    ]);
    expect(one).toEqual(two);
    expect(connections.accounts()).toEqual([one]);
  });

  it('exists once, is refreshed from the built-in server, and has no key', async () => {
    outside.sampleServer = pick(servers.one);
    const { accountId, ...sample } = await handlers.addSampleData({}, context);
    expect(sample).toMatchObject({ kind: 'sample', name: 'Sample data' });
    expect((await handlers.addSampleData({}, context)).accountId).toBe(accountId);
    await refresh(accountId);
    expect(await tenantsIn(accountId)).toBe(40);
    expect(outside.entries.size).toBe(0);
  });
});

describe('loading the app', () => {
  it('returns the preferences, the shown account and the notices', async () => {
    const one = await add('One', servers.one);
    await add('Two', servers.two);
    const chosen = { ...defaults, colorScheme: 'dark', zoomPercent: 125 } as const;
    await handlers.savePreferences(chosen, context);
    expect(reported.preferences).toEqual([chosen]);
    await handlers.showAccount({ accountId: one }, context);

    const { handlers: next } = await startHandlers(lists, outside, reported);
    expect(await next.loadApp({}, context)).toMatchObject({
      ...{ version: '1.2.3', preferences: chosen, shownAccountId: one },
      accounts: [{ name: 'One' }, { name: 'Two' }],
      notices: [{ code: 'settings_unreadable' }],
    });
    // The page never receives a key.
    expect(JSON.stringify(await next.loadApp({}, context))).not.toContain(':key');
  });

  it('returns diagnostics without names, addresses and keys', async () => {
    await add('Secret partner', servers.one);
    const { text } = await handlers.getDiagnostics({}, context);
    for (const secret of ['Secret', servers.one.baseUrl, ':key'])
      expect(text).not.toContain(secret);
  });
});
