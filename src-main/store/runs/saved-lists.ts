import { z } from 'zod';
import type { SavedListStatus } from '../../../src-shared/saved-list.ts';
import { number, numberOrNull, text } from '../sqlite/column-values.ts';
import type { Connection, Row } from '../sqlite/connection.ts';

export interface SavedList {
  /** The last complete full run, whose rows are the list. */
  runId: number;
  /** The last complete full or quick run: the list is as up to date as this run. */
  latestRunId: number;
  /** The oldest run whose list is still known. */
  firstRunId: number;
  /** How many rows the list has, including those that other runs added. */
  tenants: number;
  /** The rows of gone tenants are the row set `gone` of this run. */
  goneRunId: number;
  goneTenants: number;
  /** Increases with every change of the rows. */
  version: number;
  /** More rows without an id than this may be tenants whose id is unreadable. */
  rowsWithoutId: number;
  /**
   * Every change that the server dated up to here is in the list, in milliseconds since 1970. `null` if that is not
   * known; the list must then be read in full.
   */
  knownUntil: number | null;
  /** The run up to which the user has seen the changes. */
  seenRunId: number | null;
  /** The last run that an export contains. */
  exportedRunId: number | null;
  /** Why every refresh reads the whole list, and since when. */
  quickOff: SavedListStatus['quickRefreshOff'];
}

const quickOffReasonSchema = z.enum(['missed', 'unsorted']);

export function findSavedList(connection: Connection, listId: string): SavedList | null {
  const row = connection.get('SELECT * FROM saved_list WHERE list_id = ?', listId);
  if (row === undefined) return null;
  return {
    runId: number(row, 'run_id'),
    latestRunId: number(row, 'latest_run_id'),
    firstRunId: number(row, 'first_run_id'),
    tenants: number(row, 'tenants'),
    goneRunId: number(row, 'gone_run_id'),
    goneTenants: number(row, 'gone_tenants'),
    version: number(row, 'version'),
    rowsWithoutId: number(row, 'rows_without_id'),
    knownUntil: numberOrNull(row, 'known_until'),
    seenRunId: numberOrNull(row, 'seen_run_id'),
    exportedRunId: numberOrNull(row, 'exported_run_id'),
    quickOff: row.quick_off_reason === null ? null : readQuickOff(row),
  };
}

function readQuickOff(row: Row): SavedList['quickOff'] {
  return {
    reason: quickOffReasonSchema.parse(row.quick_off_reason),
    at: text(row, 'quick_off_at'),
  };
}

export function setSavedList(connection: Connection, listId: string, list: SavedList): void {
  connection.run(
    `INSERT OR REPLACE INTO saved_list (list_id, run_id, latest_run_id, first_run_id, tenants,
         gone_run_id, gone_tenants, version, rows_without_id, known_until, seen_run_id,
         exported_run_id, quick_off_reason, quick_off_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    listId,
    list.runId,
    list.latestRunId,
    list.firstRunId,
    list.tenants,
    list.goneRunId,
    list.goneTenants,
    list.version,
    list.rowsWithoutId,
    list.knownUntil,
    list.seenRunId,
    list.exportedRunId,
    list.quickOff?.reason ?? null,
    list.quickOff?.at ?? null,
  );
}
