import { stat } from 'node:fs/promises';
import { expect, it } from 'vitest';
import {
  accountColors,
  allAccounts,
  defaultExportOptions,
  maximumNameLength,
  widest,
} from '../src-shared/choices.ts';
import type { AppError } from '../src-shared/errors.ts';
import { noFilter } from '../src-shared/filter-values.ts';
import {
  longestSearch,
  longestTag,
  mostAccounts,
  mostFilterValues,
  mostRecentExports,
  mostSchedules,
  mostViews,
} from '../src-shared/limits.ts';
import { mostMatchedValues } from '../src-shared/matched-fields.ts';
import { gridColumns, tenantColumns } from '../src-shared/tenant-fields.ts';
import { weekdays } from '../src-shared/weekdays.ts';
import { AccountsFile } from './accounts/accounts-file.ts';
import { RecentExportsFile, toRepeatable } from './export/recent-exports-file.ts';
import { prepareTestFolder } from './files/test-folder.ts';
import { AccountSettingsFile } from './preferences/account-settings-file.ts';
import { PreferencesFile } from './preferences/preferences-file.ts';
import { WindowStateFile } from './preferences/window-state-file.ts';
import { SchedulesFile } from './schedule/schedules-file.ts';
import { defaults } from './test-handlers.ts';
import { ViewsFile } from './views/views-file.ts';

const folder = prepareTestFolder();

const uuids = (start: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${start}-0000-4000-8000-${pad(at)}`);
const pad = (at: number) => String(at).padStart(12, '0');
const accountIds = uuids('00000000', mostAccounts);
const accountId = accountIds[0] ?? '';

const tags = Array.from({ length: mostFilterValues }, (_, at) => pad(at).padEnd(longestTag, 'ữ'));
const matching = {
  by: 'any' as const,
  values: Array.from({ length: mostMatchedValues }, (_, at) => `1108213${pad(at)}`),
};
const filterValues = { ...noFilter, name: 'ữ'.repeat(longestSearch), accountIds, matching, tags };
const layout = {
  records: 'tenants' as const,
  order: [...tenantColumns],
  hidden: [...gridColumns],
  widths: Object.fromEntries(gridColumns.map((column) => [column, widest])),
  pageSize: 'all' as const,
};
const shown = { filterValues, sort: null, layout, density: 'compact' as const };
const viewIds = uuids('10000000', mostViews);
const longPath = `/${'ữ'.repeat(5_000)}/tenants.xlsx`;

interface SettingsFile {
  load: () => Promise<AppError | null>;
}

/** Fills a new file, and returns what `read` returns before and after the next start. */
async function startAgain<File extends SettingsFile>(
  create: () => File,
  fill: (file: File) => Promise<void>,
  read: (file: File) => unknown,
) {
  const [before, after] = [create(), create()];
  await fill(before);
  expect(await after.load()).toBeNull();
  return { written: read(before), found: read(after) };
}

const filled: [name: string, startAgain: () => Promise<{ written: unknown; found: unknown }>][] = [
  [
    'views.json',
    () =>
      startAgain(
        () => new ViewsFile(folder.path),
        (file) => {
          const view = { name: 'ữ'.repeat(maximumNameLength), accountId: null, shown };
          const views = viewIds.map((viewId) => ({
            ...{ ...view, viewId, exportOptions: defaultExportOptions },
          }));
          return file.save(views, () => true);
        },
        (file) => file.all(),
      ),
  ],
  [
    'account-settings.json',
    () =>
      startAgain(
        () => new AccountSettingsFile(folder.path),
        async (file) => {
          const settings = { layout, exportOptions: defaultExportOptions, exportFolder: longPath };
          await file.update(allAccounts, settings);
          const changedViews = viewIds.map((viewId) => ({ ...shown, viewId }));
          const hotlines = { filterValues, sort: null, layout, isShown: true };
          const listState = { viewId: null, filterValues, sort: null, hotlines, changedViews };
          await file.updateListState(allAccounts, listState, () => true);
        },
        (file) => [file.get(allAccounts), file.exportFolder(allAccounts)],
      ),
  ],
  [
    'recent-exports.json',
    () =>
      startAgain(
        () => new RecentExportsFile(folder.path),
        async (file) => {
          const scope = { kind: 'all', source: 'saved', filter: { matching, tags } } as const;
          const request = { accountId, scope, options: defaultExportOptions, filterValues };
          for (const exportId of uuids('20000000', mostRecentExports)) {
            await file.add(accountId, {
              ...{ exportId, path: longPath, suggestedName: 'tenants.xlsx' },
              ...{ exportedAt: new Date().toISOString(), rows: 500_000, changeLines: null },
              contents: toRepeatable(request),
            });
          }
        },
        (file) => file.list(accountId),
      ),
  ],
  [
    'schedules.json',
    () =>
      startAgain(
        () => new SchedulesFile(folder.path),
        async (file) => {
          for (const scheduleId of uuids('30000000', mostSchedules)) {
            await file.add({
              ...{ scheduleId, accountId, viewId: null, days: [...weekdays], hour: 23 },
              ...{ format: 'xlsx', path: longPath, lastRun: null },
            });
            const endedAt = new Date().toISOString();
            await file.setLastRun(
              { scheduleId, path: longPath },
              { endedAt, rows: null, error: 'unknownName' },
            );
          }
        },
        (file) => file.all(),
      ),
  ],
  [
    'accounts.json',
    () =>
      startAgain(
        () => new AccountsFile(folder.path, 'Sample', () => undefined),
        async (file) => {
          for (const [at, id] of accountIds.slice(0, 100).entries()) {
            await file.add({
              ...{ kind: 'partner', accountId: id, color: accountColors[0] },
              ...{ name: `${pad(at)}${'ữ'.repeat(maximumNameLength - 12)}` },
              ...{ baseUrl: `https://localhost/${'v'.repeat(2_000)}`, keyStorage: 'keychain' },
              hasKeychainEntry: true,
            });
          }
        },
        (file) => file.all(),
      ),
  ],
  [
    'preferences.json',
    () =>
      startAgain(
        () => new PreferencesFile(folder.path, defaults),
        (file) => file.save({ ...defaults, language: 'vi', zoomPercent: 300, historyDays: 0 }),
        (file) => file.get(),
      ),
  ],
  [
    'window.json',
    () =>
      startAgain(
        () => new WindowStateFile(folder.path),
        (file) => {
          const bounds = { x: -32_000, y: -32_000, width: 1, height: 16_384 };
          return file.save({ bounds, isMaximized: true });
        },
        (file) => file.get(),
      ),
  ],
];

it.each(filled)('%s is read again with all that it may contain', async (name, again) => {
  const { written, found } = await again();
  expect(found).toEqual(written);
  expect((await stat(folder.join(name))).size).toBeGreaterThan(50);
});
