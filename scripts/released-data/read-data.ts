import { join } from 'node:path';
import { allAccounts } from '../../src-shared/choices.ts';
import type { ListedRecord } from '../../src-shared/list-tenants.ts';
import type { AccountList } from '../../src-main/accounts/account-list.ts';
import { openData, type OpenedData } from './open-data.ts';

/** A day after everything in the stored data, at which it is read. */
export const readAt = new Date('2026-11-04T02:00:00Z');

/** The days whose lists and changes are read. */
const days = ['2026-11-01', '2026-11-02', '2026-11-03'].map((day) => `${day}T12:00:00Z`);

/** The name of the backup file in a data folder. */
export const backupName = 'backup.json';

/**
 * Reads everything that a data folder keeps, as JSON. What an earlier version has kept must still be in it, so its fields
 * keep their names and meaning; there can be more of them.
 */
export async function readData(folder: string): Promise<unknown> {
  using data = await openData(folder, { now: readAt, version: '0.0.0' });
  const { settings, handlers, context } = data;
  const { accountsFile, accountSettings, recentExports } = settings;
  const accountIds = [...accountsFile.all().map(({ accountId }) => accountId), allAccounts];
  const lists = [];
  for (const list of data.lists()) lists.push(await readList(data, list));
  const hotlines = [];
  for (const list of data.lists('hotlines')) {
    const { state } = await handlers.getSavedList({ listIds: [list.listId] }, context);
    if (state !== 'none') hotlines.push(await readList(data, list));
  }
  const content = {
    notices: await data.notices(),
    preferences: settings.preferences.get(),
    accounts: accountsFile.all(),
    shownAccountId: accountsFile.shownAccountId(),
    accountSettings: accountIds.map((id) => ({
      ...accountSettings.get(id),
      exportFolder: accountSettings.exportFolder(id),
    })),
    recentExports: accountIds.map((id) =>
      recentExports.list(id).map(({ exportId }) => recentExports.find(exportId)),
    ),
    views: settings.views.all(),
    window: settings.windowFile.get(),
    lists,
    hotlines,
    backup: await handlers.readBackup({ path: join(folder, backupName) }, context),
  };
  // As it is after it was stored: without the fields that are not set.
  const json: unknown = JSON.parse(JSON.stringify(content));
  return json;
}

async function readList({ handlers, context }: OpenedData, list: AccountList) {
  const { listId } = list;
  const ofList = { listIds: [listId] };
  const readRows = async (asOf?: string): Promise<ListedRecord[]> => {
    const filter = asOf === undefined ? {} : { asOf };
    const query = { ...ofList, filter, paging: { limit: 500 as const } };
    return (await handlers.listTenants(query, context)).tenants;
  };
  const { completeRun, ...status } = await handlers.getSavedList(ofList, context);
  const tenants = await readRows();
  const past = [];
  for (const day of days) {
    const { counts } = await handlers.getChanges({ lists: [list], since: day }, context);
    past.push({ day, changesSince: counts, tenants: await readRows(day) });
  }
  const details = [];
  const ids = new Set([...past.flatMap((day) => day.tenants), ...tenants].map(({ id }) => id));
  for (const id of ids) {
    const { raw, history } = await handlers.getTenant({ listId, tenantId: id }, context);
    if (history.length > 0) details.push({ id, raw, history });
  }
  const changes = [];
  for (const since of ['lastRefresh', 'seen', 'lastExport'] as const) {
    changes.push({ since, ...(await handlers.getChanges({ lists: [list], since }, context)) });
  }
  return {
    listId,
    ...{ status, run: completeRun && { ...completeRun, milliseconds: undefined } },
    ...{ tenants, past, details, changes },
    unseen: await handlers.countUnseen(ofList, context),
    tags: await handlers.getTags(ofList, context),
    ownerNames: await handlers.getOwnerNames(ofList, context),
  };
}
