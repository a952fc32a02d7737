import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { generateTenants } from '../../sandbox/generate.ts';
import { netChanges, scriptDays, scriptHotlineDays } from '../../sandbox/script-days.ts';
import { startSandbox } from '../../sandbox/server.ts';
import type { SandboxRow } from '../../sandbox/wire.ts';
import { listIdOf, withRecords } from '../../src-main/list-ids.ts';
import { layoutSchema } from '../../src-shared/account-settings.ts';
import { allAccounts, defaultExportOptions } from '../../src-shared/choices.ts';
import { noFilter } from '../../src-shared/filter-values.ts';
import { hotlineColumns, tenantColumns, tenantFields } from '../../src-shared/tenant-fields.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import type { View } from '../../src-shared/views.ts';
import { openData, type OpenedData } from './open-data.ts';
import { backupName } from './read-data.ts';

const idAt = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const partnerId = idAt(1);
const sampleId = idAt(2);
const viewId = idAt(3);
const baseUrl = 'https://api.etelecom.vn/v1/partner';
/** The account's lists, of which `tenantCount` tenants and as many hotlines have a history. */
export const partnerListId = listIdOf(partnerId, baseUrl);
const partnerHotlinesId = withRecords(partnerListId, 'hotlines');
const sampleListId = listIdOf(sampleId, 'sample');
const tenantCount = 60;

/**
 * Makes a data folder with everything that the app keeps, with the parts of the app. Its values and times are always the
 * same, and none of them is a default where it can be another one.
 *
 * @throws Error if the history does not have every kind of change.
 */
export async function makeData(folder: string, version: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const kinds = ['created', 'gone', 'changed', 'touched'] as const;
  const script = { count: tenantCount, seed: 7, days: 2, eventsPerDay: 12, kinds };
  const days = scriptDays(script);
  const hotlineDays = scriptHotlineDays({ ...script, tenants: days[0]?.tenants ?? [] });
  await using server = await startSandbox({ apiKey: 'key', tenants: days[0]?.tenants ?? [] });
  using data = await openData(folder, { now: timeAt(0), version, server });
  await saveSettings(data);
  for (const [at, day] of days.entries()) {
    server.setTenants(day.tenants);
    await data.refresh(partnerListId, at === 1 ? 'quick' : 'whole', timeAt(at));
    server.setHotlines(hotlineDays[at]?.hotlines);
    await data.refresh(partnerHotlinesId, 'whole', timeAt(at));
    if (at !== 1) continue;
    await markSeenAndExported(data, folder, 'tenants');
    await markSeenAndExported(data, folder, 'hotlines');
  }
  assertEveryChange(days.map(({ tenants }) => tenants));
  assertEveryChange(hotlineDays.map(({ hotlines }) => hotlines));
  server.setTenants(generateTenants({ count: 5, seed: 8 }));
  await data.refresh(sampleListId, 'whole', timeAt(2));
  await annotate(data, days[0]?.tenants ?? []);
  await data.writeBackup(join(folder, backupName));
}

/** @throws Error if the last day does not have every kind of change. */
function assertEveryChange(days: readonly (readonly SandboxRow[])[]): void {
  const changes = netChanges(days.at(-2) ?? [], days.at(-1) ?? []);
  if (Object.values(changes).some((ids) => ids.length === 0)) {
    throw new Error('The last day must have every kind of change');
  }
}

/** The time of a refresh, a few hours after the day of the script began. */
function timeAt(day: number): Date {
  return new Date(Date.UTC(2026, 10, 1 + day, 2));
}

async function saveSettings({ settings }: OpenedData): Promise<void> {
  const { preferences, accountsFile, accountSettings, views, recentExports, windowFile } = settings;
  await preferences.save({
    ...{ language: 'vi', colorScheme: 'dark', refreshOnStart: false, timeZone: 'computer' },
    ...{ refreshMinutes: 60, density: 'compact', zoomPercent: 125, showsOverview: true },
    ...{ historyDays: 0, fullRefreshHours: 72, updates: 'ask' },
  });
  await accountsFile.add({
    ...{ kind: 'partner', accountId: partnerId, name: 'Hà Nội', color: 'teal', baseUrl },
    ...{ keyStorage: 'keychain', hasKeychainEntry: true },
  });
  await accountsFile.add({
    kind: 'sample',
    accountId: sampleId,
    name: 'Dữ liệu mẫu',
    color: 'red',
  });
  await accountsFile.show(partnerId);

  const layout = layoutSchema.parse({
    ...{ order: tenantColumns.toReversed(), hidden: tenantFields.slice(-3) },
    ...{ widths: { name: 300, domain: 90 }, pageSize: 100 },
  });
  const filterValues = {
    ...noFilter,
    ...{ name: 'công ty', statuses: ['P', ''], connectionMethods: ['direct'] },
    ...{ ownerIds: ['1000000000000000001'], createdFrom: 'last30Days', createdTo: '2026-11-01' },
    ...{
      matching: { by: 'any' as const, values: ['pbx.example.vn'] },
      hasNote: true,
      tags: ['vip'],
    },
  };
  const sort = [{ field: 'createdAt' as const, direction: 'descending' as const }];
  const shown = { filterValues, sort, layout, density: 'compact' as const };
  const exportOptions = {
    ...defaultExportOptions,
    ...{
      format: 'csv' as const,
      withChanges: true,
      withHotlines: true,
      csvSeparator: 'semicolon' as const,
    },
    csvProtectsIds: true,
  };
  const own: View = { viewId, name: 'Của tôi', accountId: partnerId, shown, exportOptions };
  const changed = { ...noFilter, change: 'any' as const, since: 'lastExport' };
  const ofAll: View = {
    ...{ viewId: idAt(4), name: 'Thay đổi', accountId: allAccounts, exportOptions: null },
    shown: { ...shown, filterValues: { ...changed, accountIds: [partnerId, sampleId] } },
  };
  const past = { ...noFilter, asOf: '2026-11-02', isStarred: true };
  const everywhere: View = {
    ...{ viewId: idAt(5), name: 'Hôm qua', accountId: null, exportOptions: null },
    shown: { ...shown, sort: null, filterValues: past },
  };
  const hotlinesShown = {
    filterValues: { ...noFilter, networks: ['viettel', ''] },
    sort: [{ field: 'hotline' as const, direction: 'ascending' as const }],
    layout: layoutSchema.parse({
      ...{ records: 'hotlines', order: hotlineColumns.toReversed(), hidden: ['network'] },
      ...{ widths: { hotline: 120 }, pageSize: 25 },
    }),
  };
  const ofHotlines: View = {
    ...{ viewId: idAt(6), name: 'Viettel', accountId: partnerId, exportOptions: null },
    shown: { ...hotlinesShown, density: 'compact' },
  };
  await views.save([own, ofAll, everywhere, ofHotlines], (id) => accountsFile.has(id));
  const listState = {
    ...{ viewId, filterValues, sort, hotlines: { ...hotlinesShown, isShown: true } },
    changedViews: [{ ...shown, viewId }],
  };
  await accountSettings.update(partnerId, {
    ...{ layout, listState, exportOptions, exportFolder: '/sheets' },
  });
  await accountSettings.update(allAccounts, { layout });
  for (const [at, contents] of [
    { scope: { kind: 'all' as const, source: 'saved' as const, filter: {} } },
    {
      scope: { kind: 'changes' as const, since: 'seen' as const, filter: {} },
      filterValues,
      viewId,
    },
    null,
    {
      records: 'hotlines' as const,
      scope: { kind: 'all' as const, source: 'saved' as const, filter: { networks: ['viettel'] } },
    },
  ].entries()) {
    await recentExports.add(at === 1 ? allAccounts : partnerId, {
      ...{ exportId: idAt(10 + at), path: `/sheets/${at}.xlsx`, suggestedName: `${at}.xlsx` },
      ...{ exportedAt: timeAt(at).toISOString(), rows: at, changeLines: at === 1 ? 7 : null },
      contents: contents && { ...contents, options: exportOptions },
    });
  }
  await windowFile.save({ bounds: { x: 10, y: 20, width: 1300, height: 700 }, isMaximized: true });
}

async function markSeenAndExported(
  data: OpenedData,
  folder: string,
  records: RecordKind,
): Promise<void> {
  const { handlers, context } = data;
  const lists = data.lists(records).filter(({ accountId }) => accountId === partnerId);
  const { shown } = await handlers.getChanges({ lists, since: 'seen' }, context);
  const listId = withRecords(partnerListId, records);
  for (const { runId } of shown) await handlers.setSeen({ listId, runId }, context);
  const path = join(folder, 'export.xlsx');
  const scope = { kind: 'all', source: 'saved', filter: {} } as const;
  await handlers.writeExport(
    {
      ...{ lists, showsAllAccounts: false, path, fallbackFolder: folder, scope },
      ...{ options: defaultExportOptions, language: 'en', timeZone: 'vietnam' },
    },
    context,
  );
  await rm(path);
}

async function annotate(
  { handlers, context }: OpenedData,
  tenants: readonly { id: string; owner_id: string }[],
): Promise<void> {
  const annotations = [
    { isStarred: true, note: 'Gọi lại thứ hai\nHợp đồng mới', tags: ['hợp đồng', 'vip'] },
    { isStarred: true, note: '', tags: [] },
    { isStarred: false, note: '', tags: ['vip'] },
  ];
  const listId = partnerListId;
  await handlers.replaceAnnotations(
    {
      annotations: tenants
        .slice(0, annotations.length)
        .map(({ id }, at) => ({ listId, tenantId: id, annotation: annotations[at] ?? null })),
      ownerNames: tenants
        .slice(0, 1)
        .map(({ owner_id }) => ({ listId, ownerId: owner_id, name: 'Anh Đức' })),
    },
    context,
  );
}
