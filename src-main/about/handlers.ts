import type { About } from '../../src-shared/about.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { Connections } from '../accounts/connections.ts';
import { defaultBaseUrl } from '../etelecom/base-url.ts';
import type { ListWorker } from '../lists/list-worker.ts';
import type { PreferencesFile } from '../preferences/preferences-file.ts';
import type { BridgeHandlers } from '../rpc/bridge-handlers.ts';
import { writeDiagnostics, type DiagnosticFacts } from './diagnostics.ts';
import type { RecentErrors } from './recent-errors.ts';

interface Parts extends Pick<DiagnosticFacts, 'versions' | 'system' | 'locale'> {
  /** Reads the licenses of all software that is shipped with the app. */
  licenses: () => Promise<About['licenses']>;
  /** Returns the size of the databases, in bytes; `null` if it cannot be read. */
  storeSize: () => Promise<number | null>;
  /** Opens the folder with the log files. */
  showLogs: () => Promise<void>;
  recentErrors: RecentErrors;
  preferences: PreferencesFile;
  connections: Connections;
  lists: ListWorker;
}

/** Returns the handlers of the Help menu. */
export function createAboutHandlers(
  parts: Parts,
): Pick<BridgeHandlers, 'getAbout' | 'getDiagnostics' | 'showLogs'> {
  return {
    getAbout: async () => ({ versions: parts.versions, licenses: await parts.licenses() }),
    getDiagnostics: async () => ({ text: writeDiagnostics(await collectFacts(parts)) }),
    showLogs: async () => {
      await parts.showLogs();
      return null;
    },
  };
}

async function collectFacts(parts: Parts): Promise<DiagnosticFacts> {
  const { versions, system, locale, connections, lists } = parts;
  const accounts = connections.accounts().map(async (account) => ({
    account,
    saved: await lists
      .call('getSavedList', { listIds: [connections.savedList(account.accountId).listId] })
      .catch((error: unknown) => {
        // An unreadable list is reported in the diagnostics.
        if (error instanceof AppError) return null;
        throw error;
      }),
  }));
  return {
    versions,
    system,
    locale,
    preferences: parts.preferences.get(),
    defaultBaseUrl,
    accounts: await Promise.all(accounts),
    storeBytes: await parts.storeSize(),
    errors: parts.recentErrors.all(),
  };
}
