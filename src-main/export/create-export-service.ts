import type { TFunction } from 'i18next';
import { allAccounts } from '../../src-shared/choices.ts';
import { dayAt } from '../../src-shared/days.ts';
import { createClock, type ComputerZone } from '../../src-shared/time-zone.ts';
import type { Connections } from '../accounts/connections.ts';
import type { ListWorker } from '../lists/list-worker.ts';
import type { Log } from '../log/log.ts';
import type { AccountSettingsFile } from '../preferences/account-settings-file.ts';
import type { PreferencesFile } from '../preferences/preferences-file.ts';
import { countRows } from './count-rows.ts';
import { ExportService } from './export-service.ts';
import { suggestFileName } from './suggest-file-name.ts';

interface Parts extends Pick<
  ConstructorParameters<typeof ExportService>[0],
  'downloadsFolder' | 'showProgress' | 'openFile' | 'showInFolder' | 'unfinished'
> {
  lists: ListWorker;
  connections: Connections;
  preferences: PreferencesFile;
  accountSettings: AccountSettingsFile;
  computerZone: ComputerZone | null;
  /** Returns the texts in the current language. */
  translate: () => TFunction;
  /** Shows the save dialog. Returns the chosen path, or `null` if the user canceled. */
  chooseFile: (options: {
    title: string;
    defaultPath: string;
    fileType: { name: string; extension: string };
  }) => Promise<string | null>;
  log: Log;
}

/** Creates the service that exports the app's lists: how they are counted, named and written. */
export function createExportService(parts: Parts): ExportService {
  const { lists, connections, preferences, accountSettings, translate, log } = parts;
  return new ExportService({
    ...parts,
    write: ({ accountId, scope, options }, path, callOptions) => {
      const request = {
        lists: connections.savedLists(accountId),
        showsAllAccounts: accountId === allAccounts,
        path,
        fallbackFolder: parts.downloadsFolder,
        scope,
        options,
        language: preferences.get().language,
        timeZone: preferences.get().timeZone,
      };
      return lists.call('writeExport', request, callOptions);
    },
    count: ({ accountId, scope }) =>
      countRows(
        lists,
        {
          lists: connections.savedLists(accountId),
          showsAllAccounts: accountId === allAccounts,
        },
        scope,
      ),
    suggestName: ({ accountId, scope, options }, maximumLength) =>
      suggestFileName(
        {
          accountName:
            accountId === allAccounts
              ? translate()('commands.allAccounts')
              : connections.accountName(accountId),
          scope,
          date: dayAt(new Date(), createClock(preferences.get().timeZone, parts.computerZone)),
          format: options.format,
          maximumLength,
        },
        translate(),
      ),
    chooseFile: (defaultPath, format) =>
      parts.chooseFile({
        title: translate()('sheet.saveTitle'),
        defaultPath,
        fileType: { name: translate()(`sheet.fileTypes.${format}`), extension: format },
      }),
    lastFolder: (accountId) => accountSettings.exportFolder(accountId),
    // The export continues even if its choices cannot be saved for the next one.
    saveChoices: (accountId, exportOptions, exportFolder) =>
      accountSettings
        .update(accountId, { exportOptions, exportFolder })
        .catch((error: unknown) => log('exportChoicesNotSaved', { error })),
  });
}
