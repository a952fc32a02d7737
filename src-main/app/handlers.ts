import type { CommandName } from '../../src-shared/commands.ts';
import type { AppError } from '../../src-shared/errors.ts';
import type { ManagedSettings } from '../../src-shared/managed-settings.ts';
import type { ComputerZone } from '../../src-shared/time-zone.ts';
import type { About } from '../../src-shared/about.ts';
import type { ExportRequest } from '../../src-shared/export-tenants.ts';
import type { AccountsFile } from '../accounts/accounts-file.ts';
import type { Connections } from '../accounts/connections.ts';
import { defaultBaseUrl } from '../etelecom/base-url.ts';
import type { NoticesFile } from '../preferences/notices-file.ts';
import { listNotices } from '../lists/list-notices.ts';
import type { ListWorker } from '../lists/list-worker.ts';
import type { PreferencesFile } from '../preferences/preferences-file.ts';
import type { BridgeHandlers } from '../rpc/bridge-handlers.ts';

interface Parts {
  versions: About['versions'];
  computerZone: ComputerZone | null;
  /** Problems with the settings files that were found at the start. */
  notices: readonly AppError[];
  noticesFile: NoticesFile;
  preferences: PreferencesFile;
  accountsFile: AccountsFile;
  connections: Connections;
  lists: ListWorker;
  managed: ManagedSettings;
  /** Returns the exports that a crash or a reload of the page has interrupted, once. */
  takeInterruptedExports: () => readonly ExportRequest[];
  /** Called with the commands that the page can run now. */
  onCommands: (available: ReadonlySet<CommandName>) => void;
}

/** Returns the handlers that connect the page to the app: the data it starts with, and the menu. */
export function createAppHandlers(parts: Parts): Pick<BridgeHandlers, 'loadApp' | 'offerCommands'> {
  const { versions, computerZone, notices, noticesFile, preferences } = parts;
  const { accountsFile, connections, lists } = parts;
  return {
    loadApp: async () => ({
      version: versions.app,
      preferences: preferences.get(),
      accounts: connections.accounts(),
      shownAccountId: accountsFile.shownAccountId(),
      defaultBaseUrl: parts.managed.serverUrl ?? defaultBaseUrl,
      managed: parts.managed,
      interruptedExports: [...parts.takeInterruptedExports()],
      computerZone,
      notices: await noticesFile.show([
        ...notices.map((notice) => notice.toFields()),
        ...(await listNotices(lists)),
      ]),
    }),
    offerCommands: ({ commands }) => {
      parts.onCommands(new Set(commands));
      return null;
    },
  };
}
