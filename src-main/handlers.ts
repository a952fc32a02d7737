import type { About } from '../src-shared/about.ts';
import type { Notice } from '../src-shared/channels.ts';
import type { CommandName } from '../src-shared/commands.ts';
import { allAccounts } from '../src-shared/choices.ts';
import { AppError } from '../src-shared/errors.ts';
import type { Preferences } from '../src-shared/preferences.ts';
import { writeDiagnostics, type DiagnosticFacts } from './about/diagnostics.ts';
import type { SessionErrors } from './about/session-errors.ts';
import type { AccountsFile } from './accounts/accounts-file.ts';
import type { Connections } from './accounts/connections.ts';
import type { Handlers } from './electron/ipc.ts';
import type { RefreshSigns } from './electron/refresh-signs.ts';
import type { EtelecomClient } from './etelecom/client.ts';
import type { Exports } from './export/exports.ts';
import type { ListWorker } from './list-worker/list-worker.ts';
import type { AccountSettingsFile } from './preferences/account-settings-file.ts';
import type { PreferencesFile } from './preferences/preferences-file.ts';

export interface Services {
  versions: About['versions'];
  /** Name and version of the operating system, and its language. */
  system: string;
  locale: string;
  /** Of everything that is shipped. */
  licenses: () => Promise<About['licenses']>;
  /** Of the file with the saved lists, in bytes. */
  storeSize: () => Promise<number>;
  sessionErrors: SessionErrors;
  /** Told what the page can do right now. */
  onCommands: (available: ReadonlySet<CommandName>) => void;
  refreshSigns: Pick<RefreshSigns, 'during'>;
  notices: readonly AppError[];
  preferences: PreferencesFile;
  accountsFile: AccountsFile;
  accountSettings: AccountSettingsFile;
  /** The address eTelecom gives to most partners. */
  defaultBaseUrl: string;
  onPreferences: (preferences: Preferences) => void;
  connections: Connections;
  client: EtelecomClient;
  lists: ListWorker;
  exports: Exports;
}

/** Which service answers which channel. */
export function createHandlers(services: Services): Handlers {
  const { accountsFile, accountSettings, connections, client, exports, lists, preferences } =
    services;
  const listIdsOf = (accountId: string) =>
    connections.savedLists(accountId).map(({ listId }) => listId);
  return {
    loadApp: async () => ({
      version: services.versions.app,
      preferences: preferences.get(),
      accounts: connections.accounts(),
      shownAccountId: accountsFile.shownAccountId(),
      defaultBaseUrl: services.defaultBaseUrl,
      notices: [
        ...services.notices.map((notice) => notice.toFields()),
        ...(await listNotices(lists)),
      ],
    }),
    savePreferences: async (chosen) => {
      await preferences.save(chosen);
      services.onPreferences(chosen);
      return null;
    },
    addAccount: (request, { signal }) => connections.add(request, signal),
    addSampleData: () => connections.addSampleData(),
    showAccount: async ({ accountId }) => {
      await accountsFile.show(accountId);
      return null;
    },
    changeAccount: ({ accountId, ...look }) => connections.changeLook(accountId, look),
    removeAccount: async ({ accountId }) => {
      const { listId } = connections.savedList(accountId);
      // First the key: a keychain that refuses leaves all as it was. Last the account, so that whatever fails in between
      // leaves one that can be removed once more.
      await connections.forget(accountId);
      await lists.call('remove', { listId });
      await accountSettings.forget(accountId);
      await accountsFile.remove(accountId);
      return null;
    },
    connect: (request, { signal }) => connections.connect(request, signal),
    testConnection: async ({ accountId }, { signal }) => {
      await connections.test(accountId, signal);
      return null;
    },
    forgetConnection: ({ accountId }) => connections.forget(accountId),
    listTenants: async ({ accountId, source, ...query }, { signal }) => {
      if (source === 'saved') {
        const saved = connections.savedLists(accountId);
        const request = { listIds: saved.map(({ listId }) => listId), ...query };
        const { listIds, tenants, ...page } = await lists.call('list', request, { signal });
        if (accountId !== allAccounts) return { ...page, tenants, source };
        const owners = new Map(saved.map((list) => [list.listId, list.accountId]));
        const owned = tenants.map((tenant, at) => ({
          ...tenant,
          accountId: owners.get(listIds[at] ?? ''),
        }));
        return { ...page, tenants: owned, source };
      }
      const answer = await client.listTenants(
        await connections.credentials(accountId),
        query,
        signal,
      );
      return { ...answer, source, fetchedAt: new Date().toISOString() };
    },
    getSavedList: ({ accountId }) => lists.call('status', { listIds: listIdsOf(accountId) }),
    getFacets: ({ accountId, filter, timeZone }) =>
      lists.call('facets', {
        listIds: listIdsOf(accountId),
        filter,
        timeZone,
      }),
    getOverview: ({ accountId, timeZone }) =>
      lists.call('overview', {
        listIds: listIdsOf(accountId),
        timeZone,
      }),
    refreshList: async ({ accountId, mode, filter }, { signal, onProgress }) => {
      const { listId } = connections.savedList(accountId);
      const credentials = await connections.credentials(accountId);
      const request = { listId, mode, filter, credentials };
      return services.refreshSigns.during(
        connections.accountName(accountId),
        onProgress,
        (onProgress) => lists.call('refresh', request, { signal, onProgress }),
      );
    },
    getTenant: ({ accountId, tenantId }) =>
      lists.call('details', { listId: connections.savedList(accountId).listId, tenantId }),
    getAccountSettings: ({ accountId }) => accountSettings.get(accountId),
    saveLayout: async ({ accountId, layout }) => {
      await accountSettings.remember(accountId, { layout });
      return null;
    },
    offerCommands: ({ commands }) => {
      services.onCommands(new Set(commands));
      return null;
    },
    getAbout: async () => ({ versions: services.versions, licenses: await services.licenses() }),
    getDiagnostics: async () => ({ text: writeDiagnostics(await diagnosticFacts(services)) }),
    exportTenants: (request, { signal, onProgress }) => exports.run(request, signal, onProgress),
    openExport: async ({ exportId }) => {
      await exports.open(exportId);
      return null;
    },
    showExport: ({ exportId }) => {
      exports.show(exportId);
      return null;
    },
  };
}

async function diagnosticFacts(services: Services): Promise<DiagnosticFacts> {
  const { versions, system, locale, defaultBaseUrl, connections, lists } = services;
  const accounts = connections.accounts().map(async (account) => ({
    account,
    saved: await lists
      .call('status', { listIds: [connections.savedList(account.accountId).listId] })
      .catch((error: unknown) => {
        // A list that cannot be read is what diagnostics are for.
        if (error instanceof AppError) return null;
        throw error;
      }),
  }));
  return {
    versions,
    system,
    locale,
    preferences: services.preferences.get(),
    defaultBaseUrl,
    accounts: await Promise.all(accounts),
    storeBytes: await services.storeSize(),
    errors: services.sessionErrors.all(),
  };
}

/** What was found when the saved list was opened. That nothing can be found out is no reason not to start. */
async function listNotices(lists: ListWorker): Promise<Notice[]> {
  try {
    const notice = await lists.call('notice', null);
    return notice === null ? [] : [notice];
  } catch (error) {
    if (error instanceof AppError) return [error.toFields()];
    throw error;
  }
}
