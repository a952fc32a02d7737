import { statSync } from 'node:fs';
import { join } from 'node:path';
import { generateTenants } from '../../../sandbox/generate.ts';
import { seededRandom, type Random } from '../../../sandbox/random.ts';
import { deleteIndex } from '../../../src-main/store/index/index-parts.ts';
import { RowSet } from '../../../src-main/store/rows/row-set.ts';
import { GoneRows } from '../../../src-main/store/runs/gone-rows.ts';
import { recordChange } from '../../../src-main/store/runs/record-change.ts';
import { insertQuickRun, setComplete } from '../../../src-main/store/runs/refresh-runs.ts';
import { findSavedList, setSavedList } from '../../../src-main/store/runs/saved-lists.ts';
import type { Connection } from '../../../src-main/store/sqlite/connection.ts';
import { schemas } from '../../../src-main/store/list-schemas.ts';
import { openDatabase } from '../../../src-main/store/sqlite/open-database.ts';
import { openStore } from '../../../src-main/store/record-store.ts';
import type { ListRecord } from '../../../src-shared/list-record.ts';

/** The id of the list. */
export const listId = 'bench';

const day = 86_400_000;
const daysOfYear = 365;
/** Of 1,000 changes, how many are of each kind. The others are changes of values. */
const perThousand = { new: 50, gone: 50 };

interface Year {
  folder: string;
  tenants: number;
  changesPerDay: number;
}

/**
 * Fills a folder with a list that was refreshed every day of the last year. The changes are recorded by the store's own
 * code, but the index is computed only once, which saves minutes.
 *
 * @returns by how many bytes the file has grown in the year. What a full refresh needs for a moment does not count.
 */
export function fillYear({ folder, tenants, changesPerDay }: Year): number {
  const random = seededRandom(7);
  const born = Math.ceil((daysOfYear * changesPerDay * perThousand.new) / 1_000);
  const all = generateTenants({ count: tenants + born, seed: 7 }).map((wire): ListRecord => ({
    id: wire.id,
    name: wire.name,
    domain: wire.domain,
    status: wire.status,
    ownerId: wire.owner_id,
    connectionMethod: wire.connection_method,
    connectionId: wire.connection_id,
    createdAt: wire.created_at,
    updatedAt: wire.updated_at,
  }));
  const list = all.slice(0, tenants);
  const unborn = all.slice(tenants);
  const start = Date.now() - daysOfYear * day;
  readList(folder, list, start - day);
  readList(folder, list, start);
  const before = fileSize(folder);

  const { connection } = openDatabase(join(folder, 'tenants.sqlite'), {
    schema: schemas.tenants,
    busyMilliseconds: 0,
    now: () => new Date(),
  });
  for (let number = 1; number < daysOfYear; number += 1) {
    const at = new Date(start + number * day).toISOString();
    connection.write(() => addDay(connection, { list, unborn, changesPerDay, random, at }));
  }
  connection.close();
  readList(folder, list, start + daysOfYear * day);
  return fileSize(folder) - before;
}

/** Reads the list in full, as a refresh does. */
function readList(folder: string, list: readonly ListRecord[], at: number): void {
  const { store } = openStore(folder, { now: () => new Date(at) });
  const runId = store.beginRun(listId, {});
  for (let from = 0; from < list.length; from += 100) {
    const rows = list.slice(from, from + 100).map(toRow);
    store.addPage(runId, { rows, unreadable: [], cursor: 'next', milliseconds: 50 });
  }
  store.completeRun(runId, 400);
  store.close();
}

interface Day {
  list: ListRecord[];
  unborn: ListRecord[];
  changesPerDay: number;
  random: Random;
  at: string;
}

/** Adds a run with the changes of a day, and makes them in the saved list and in `list`. */
function addDay(connection: Connection, { list, unborn, changesPerDay, random, at }: Day): void {
  const saved = findSavedList(connection, listId);
  if (saved === null) throw new Error('There is no saved list');
  const rows = new RowSet(connection, saved.runId, 'read');
  const gone = new GoneRows(connection, saved);
  const runId = insertQuickRun(connection, {
    ...{ listId, startedAt: at, endedAt: at, milliseconds: 250 },
    ...{ pages: 5, rows: changesPerDay, duplicates: 0, unreadableRows: 0 },
  });
  const counts = { new: 0, changed: 0, gone: 0 };
  const isChanged = new Set<string>();
  for (let change = 0; change < changesPerDay; change += 1) {
    const kind = random() * 1_000;
    const place = Math.floor(random() * list.length);
    const before = list[place];
    const added = unborn.at(-1);
    if (before === undefined || isChanged.has(before.id)) continue;
    if (kind < perThousand.new && added !== undefined) {
      unborn.pop();
      const after = { ...added, createdAt: at, updatedAt: at };
      rows.insert({ place: list.length, ...toRow(after) });
      list.push(after);
      isChanged.add(after.id);
      recordChange(connection, runId, { before: null, after });
      counts.new += 1;
    } else if (kind < perThousand.new + perThousand.gone) {
      recordChange(connection, runId, { before, after: null });
      gone.take(rows.rowId(place));
      const last = list.pop();
      if (last !== undefined && last !== before) {
        list[place] = last;
        rows.take(rows.rowId(list.length), place);
      }
      counts.gone += 1;
    } else {
      const after = change % 5 === 0 ? rename(before, at) : toggle(before, at);
      rows.update({ place, ...toRow(after) });
      list[place] = after;
      isChanged.add(after.id);
      recordChange(connection, runId, { before, after });
      counts.changed += 1;
    }
  }
  setComplete(connection, runId, { endedAt: at, changes: counts });
  // It is computed again by the full run at the end of the year.
  deleteIndex(rows);
  setSavedList(connection, listId, {
    ...saved,
    latestRunId: runId,
    tenants: list.length,
    goneTenants: gone.length,
    version: saved.version + 1,
  });
}

function toggle(tenant: ListRecord, at: string): ListRecord {
  return { ...tenant, status: tenant.status === 'P' ? 'N' : 'P', updatedAt: at };
}

function rename(tenant: ListRecord, at: string): ListRecord {
  return { ...tenant, name: `${tenant.name} (${at.slice(0, 10)})`, updatedAt: at };
}

function toRow(tenant: ListRecord): { tenant: ListRecord; raw: string } {
  return { tenant, raw: JSON.stringify(tenant) };
}

/** Returns the size of the closed database. */
function fileSize(folder: string): number {
  return statSync(join(folder, 'tenants.sqlite')).size;
}
