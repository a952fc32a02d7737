import type { TFunction } from 'i18next';
import type { Baseline } from '../../src-shared/changes.ts';
import { allAccounts } from '../../src-shared/choices.ts';
import { dayAt } from '../../src-shared/days.ts';
import type { ExportScope } from '../../src-shared/export-tenants.ts';
import { createClock, type ComputerZone } from '../../src-shared/time-zone.ts';
import type { Connections } from '../accounts/connections.ts';
import type { FileDialogOptions } from '../files/file-dialog-options.ts';
import type { ListWorker } from '../lists/list-worker.ts';
import type { Log } from '../log/log.ts';
import type { AccountSettingsFile } from '../preferences/account-settings-file.ts';
import type { PreferencesFile } from '../preferences/preferences-file.ts';
import { accountsOf } from './accounts-of.ts';
import { countRows } from './count-rows.ts';
import { describeExport, listsOf } from './describe-export.ts';
import { ExportService } from './export-service.ts';
import type { RecentExportsFile } from './recent-exports-file.ts';
import { renewRequest } from './renew-request.ts';
import { suggestFileName } from './suggest-file-name.ts';

interface Parts extends Pick<
  ConstructorParameters<typeof ExportService>[0],
  'downloadsFolder' | 'showProgress' | 'openFile' | 'showInFolder' | 'unfinished'
> {
  lists: ListWorker;
  connections: Connections;
  preferences: PreferencesFile;
  accountSettings: AccountSettingsFile;
  recentExports: RecentExportsFile;
  computerZone: ComputerZone | null;
  /** Returns the texts in the current language. */
  translate: () => TFunction;
  /** Shows the save dialog. Returns the chosen path, or `null` if the user canceled. */
  chooseFile: (options: FileDialogOptions) => Promise<string | null>;
  log: Log;
}

/** Creates the service that exports the app's lists: how they are counted, named and written. */
export function createExportService(parts: Parts): ExportService {
  const { lists, connections, preferences, accountSettings, recentExports, translate, log } = parts;
  const currentClock = () => createClock(preferences.get().timeZone, parts.computerZone);
  return new ExportService({
    ...parts,
    write: (request, path, callOptions) => {
      const file = { path, fallbackFolder: parts.downloadsFolder };
      return lists.call('writeExport', { ...describeExport(request, parts), ...file }, callOptions);
    },
    count: (request) => countRows(lists, describeExport(request, parts)),
    suggestName: async (request, maximumLength) => {
      const { accountId, records = 'tenants', scope, options } = request;
      const exported = listsOf(request, connections);
      const clock = currentClock();
      const accountName =
        accountId !== allAccounts
          ? connections.accountName(accountId)
          : accountsOf(scope) === undefined
            ? translate()('commands.allAccounts')
            : exported.map((list) => list.accountName).join(' ');
      const since = baselineOf(scope);
      const comparedFrom =
        since === null ? null : (await lists.call('getChanges', { lists: exported, since })).from;
      const { format } = options;
      const date = dayAt(new Date(), clock);
      return suggestFileName(
        { accountName, scope, records, comparedFrom, date, format, maximumLength },
        { language: preferences.get().language, translate: translate(), clock },
      );
    },
    chooseFile: (defaultPath, { records = 'tenants', options: { format } }) =>
      parts.chooseFile({
        title: translate()('sheet.saveTitle', { context: records }),
        defaultPath,
        fileType: { name: translate()(`sheet.fileTypes.${format}`), extension: format },
      }),
    lastFolder: (accountId) => accountSettings.exportFolder(accountId),
    // The export is saved even if it cannot be remembered.
    remember: (accountId, saved) =>
      recentExports
        .add(accountId, saved)
        .catch((error: unknown) => log('exportNotRemembered', { error })),
    findRecent: (exportId) => recentExports.find(exportId),
    renew: (request) => renewRequest(request, currentClock(), new Date()),
    today: () => dayAt(new Date(), currentClock()),
    // The export continues even if its choices cannot be saved for the next one.
    saveChoices: (accountId, exportOptions, exportFolder) =>
      accountSettings
        .update(accountId, { ...(exportOptions && { exportOptions }), exportFolder })
        .catch((error: unknown) => log('exportChoicesNotSaved', { error })),
  });
}

/** Returns the baseline of the changes that an export has; `null` if it has none. */
function baselineOf(scope: ExportScope): Baseline | null {
  if (scope.kind === 'changes') return scope.since;
  if (scope.kind !== 'all' && scope.kind !== 'selectedSaved') return null;
  const { change, since = 'lastRefresh' } = scope.filter;
  return change === undefined ? null : since;
}
