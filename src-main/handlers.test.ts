import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateTenants } from '../sandbox/generate.ts';
import { startSandbox, type Sandbox } from '../sandbox/server.ts';
import { allAccounts } from '../src-shared/choices.ts';
import { AppError } from '../src-shared/errors.ts';
import type { Preferences } from '../src-shared/preferences.ts';
import { SessionErrors } from './about/session-errors.ts';
import { startConnections, type Outside } from './accounts/test-connections.ts';
import { EtelecomClient } from './etelecom/client.ts';
import { Exports } from './export/exports.ts';
import { createHandlers } from './handlers.ts';
import { startLists, type TestLists } from './list-worker/test-lists.ts';
import { AccountSettingsFile } from './preferences/account-settings-file.ts';
import { PreferencesFile } from './preferences/preferences-file.ts';

const context = { signal: new AbortController().signal, onProgress: () => undefined };
const nobody = '00000000-0000-4000-8000-000000000000';
const usual: Preferences = {
  ...{ language: 'en', colorScheme: 'auto', refreshOnStart: true, refreshMinutes: 0 },
  ...{ density: 'comfortable', zoomPercent: 100, showsOverview: false, timeZone: 'vietnam' },
};
const layout = { order: [], hidden: [], widths: { name: 300 }, pageSize: 25 as const };

/** What the handlers told the rest of the app. */
interface Told {
  refreshed: string[];
  preferences: Preferences[];
}

/** The handlers as the app puts them together, with everything real but Electron and the keychain. */
async function startHandlers(lists: TestLists, outside: Outside, told: Told) {
  const { connections, accountsFile } = await startConnections(lists.folder, outside);
  const preferences = new PreferencesFile(lists.folder, usual);
  await preferences.load();
  const accountSettings = new AccountSettingsFile(lists.folder);
  await accountSettings.load();
  const notAsked = () => Promise.reject(new Error('Not part of the test'));
  return createHandlers({
    versions: { app: '1.2.3', electron: null, chromium: null, node: '24' },
    system: 'Linux',
    locale: 'en',
    licenses: notAsked,
    storeSize: () => Promise.resolve(4096),
    sessionErrors: new SessionErrors(),
    onCommands: () => undefined,
    refreshSigns: {
      during: (account, onProgress, run) => {
        told.refreshed.push(account);
        return run(onProgress);
      },
    },
    notices: [new AppError({ code: 'settings_unreadable', message: '' })],
    preferences,
    accountsFile,
    accountSettings,
    defaultBaseUrl: 'https://api.example/v1',
    onPreferences: (chosen) => told.preferences.push(chosen),
    connections,
    client: new EtelecomClient({ fetch }),
    lists: lists.lists,
    exports: new Exports({
      ...{ write: notAsked, count: notAsked, chooseFile: notAsked, remember: notAsked },
      ...{ suggestName: () => '', lastFolder: () => null, downloadsFolder: lists.folder },
      ...{ openFile: notAsked, showProgress: () => undefined, showInFolder: () => undefined },
    }),
  });
}

/** The same ids as the first partner has, under other names. */
const others = generateTenants({ count: 25, seed: 1 }).map((tenant) => ({
  ...tenant,
  name: `${tenant.name} (Zulu)`,
}));

let lists: TestLists;
let outside: Outside;
let told: Told;
let servers: { one: Sandbox; two: Sandbox };
let handlers: Awaited<ReturnType<typeof startHandlers>>;
beforeEach(async () => {
  lists = await startLists();
  outside = { entries: new Map(), keychainFault: null, leftLists: [] };
  told = { refreshed: [], preferences: [] };
  servers = {
    one: await startSandbox({ apiKey: 'first:key', tenants: 40 }),
    two: await startSandbox({ apiKey: 'second:key', tenants: others }),
  };
  handlers = await startHandlers(lists, outside, told);
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

const namesOf = (tenants: readonly { name: string | null }[] = []) =>
  tenants.map(({ name }) => name).toSorted();

describe('what an account is asked for', () => {
  it('is answered from its own list and its own server, with its own key', async () => {
    const one = await add('One', servers.one);
    const two = await add('Two', servers.two);
    await refresh(one);
    expect(await tenantsIn(one)).toBe(40);
    await expect(list(two)).rejects.toMatchObject({ code: 'nothing_saved' });
    await refresh(two);
    expect(told.refreshed).toEqual(['One', 'Two']);

    const page = await list(two);
    expect(namesOf(page.tenants)).toEqual(namesOf(others));
    expect(page.tenants[0]).not.toHaveProperty('accountId');
    // Both have tenants of the same ids.
    const tenantId = others[0]?.id ?? '';
    const detailsOf = async (accountId: string) =>
      (await handlers.getTenant({ accountId, tenantId }, context)).tenant.name;
    expect(await detailsOf(one)).toBe(servers.one.tenants.find(({ id }) => id === tenantId)?.name);
    expect(await detailsOf(two)).toBe(others[0]?.name);

    const asked = servers.one.requests.length;
    expect((await list(two, 'live')).tenants).toHaveLength(25);
    expect(servers.one.requests).toHaveLength(asked);
  });

  it('is answered for all of them as one, each tenant with its account', async () => {
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

  it('is refused for one that is not there', async () => {
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
      async () => handlers.getOverview({ ...request, timeZone: 'utc' }, context),
      async () => remove(nobody),
      async () => handlers.testConnection(request, context),
    ]) {
      await expect(asked()).rejects.toMatchObject({ code: 'not_connected' });
    }
    expect(told.refreshed).toEqual(['One']);
  });
});

describe('an account that is removed', () => {
  it("takes its key, its list and its settings along, and nobody else's", async () => {
    const one = await add('One', servers.one);
    const two = await add('Two', servers.two);
    for (const accountId of [one, two]) {
      await refresh(accountId);
      await handlers.saveLayout({ accountId, layout }, context);
    }
    await remove(one);
    expect([...outside.entries.keys()]).toEqual([two]);
    const listOf = (accountId: string, { baseUrl }: Sandbox) =>
      lists.lists.call('status', { listIds: [`${accountId} ${baseUrl}`] });
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

  it('stays as it was when the keychain does not give its key up', async () => {
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
  it('is one, refreshed from the server within, and has no key', async () => {
    const { baseUrl, apiKey } = servers.one;
    outside.sampleServer = { baseUrl, apiKey };
    const { accountId, ...sample } = await handlers.addSampleData({}, context);
    expect(sample).toMatchObject({ kind: 'sample', name: 'Sample data' });
    expect((await handlers.addSampleData({}, context)).accountId).toBe(accountId);
    await refresh(accountId);
    expect(await tenantsIn(accountId)).toBe(40);
    expect(outside.entries.size).toBe(0);
  });
});

describe('what the app is loaded with', () => {
  it('is what was chosen, what was shown, and what was found at the start', async () => {
    const one = await add('One', servers.one);
    await add('Two', servers.two);
    const chosen = { ...usual, colorScheme: 'dark', zoomPercent: 125 } as const;
    await handlers.savePreferences(chosen, context);
    expect(told.preferences).toEqual([chosen]);
    await handlers.showAccount({ accountId: one }, context);

    const next = await startHandlers(lists, outside, told);
    expect(await next.loadApp({}, context)).toMatchObject({
      ...{ version: '1.2.3', preferences: chosen, shownAccountId: one },
      accounts: [{ name: 'One' }, { name: 'Two' }],
      notices: [{ code: 'settings_unreadable' }],
    });
    // No key among it: what the page is told is what it could lose.
    expect(JSON.stringify(await next.loadApp({}, context))).not.toContain(':key');
  });

  it('names a diagnosis without a name, an address or a key', async () => {
    await add('Secret partner', servers.one);
    const { text } = await handlers.getDiagnostics({}, context);
    for (const secret of ['Secret', servers.one.baseUrl, ':key'])
      expect(text).not.toContain(secret);
  });
});
