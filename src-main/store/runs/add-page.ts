import type { ListRecord } from '../../../src-shared/list-record.ts';
import { ListIndex } from '../index/list-index.ts';
import { segmentRows, segmentsBetween } from '../index/word-index.ts';
import { isLaterDate } from '../rows/later-date.ts';
import { RowSet } from '../rows/row-set.ts';
import type { Connection } from '../sqlite/connection.ts';
import type { RunRecord } from './refresh-runs.ts';
import { insertUnreadable } from './unreadable-rows.ts';

/** A page that a run has read. */
export interface RunPage {
  rows: readonly { tenant: ListRecord; raw: string }[];
  /** The JSON of each row that is not a tenant. */
  unreadable: readonly string[];
  /** The cursor of the next page; `null` after the last page. */
  cursor: string | null;
  /** How long it took to read this page. */
  milliseconds: number;
}

/** Adds a page to the rows of a run. The saved list does not change. Returns how many rows are new to the run. */
export function addPage(
  connection: Connection,
  { run: { runId, rows: rowsBefore } }: RunRecord,
  page: RunPage & { readAt: string },
): number {
  const rowSet = new RowSet(connection, runId, 'read');
  const stalePlaces: number[] = [];
  let rows = rowsBefore;
  for (const { tenant, raw } of page.rows) {
    if (rowSet.insert({ place: rows, tenant, raw })) {
      rows++;
      continue;
    }
    const place = replaceIfNewer(rowSet, { tenant, raw });
    if (place !== null) stalePlaces.push(place);
  }
  insertUnreadable(connection, runId, page.unreadable);
  // Index each segment of words once it is full, so that little work is left when the run completes.
  const indexed = rows - (rows % segmentRows);
  const index = new ListIndex(rowSet, rows);
  index.deleteWords(new Set(stalePlaces.map((place) => Math.floor(place / segmentRows))));
  index.saveWords(segmentsBetween(rowsBefore, indexed));
  connection.run(
    `UPDATE refresh_run SET pages = pages + 1, rows = ?, duplicates = duplicates + ?,
       unreadable_rows = unreadable_rows + ?, next_cursor = ?, last_page_at = ?,
       periods = json_set(periods, '$[#-1][1]', ?), milliseconds = milliseconds + ?,
       error_code = NULL WHERE run_id = ?`,
    rows,
    page.rows.length - (rows - rowsBefore),
    page.unreadable.length,
    page.cursor,
    page.readAt,
    page.readAt,
    page.milliseconds,
    runId,
  );
  return rows - rowsBefore;
}

/**
 * Replaces the run's row of a tenant by one that was updated later.
 *
 * @returns the place of the row if it is now found by other words.
 */
function replaceIfNewer(rowSet: RowSet, row: { tenant: ListRecord; raw: string }): number | null {
  const known = rowSet.find(row.tenant.id);
  if (known === null || !isLaterDate(row.tenant.updatedAt, known.tenant.updatedAt)) return null;
  rowSet.update({ place: known.place, ...row });
  const isStale = rowSet.searchedFields.some((field) => known.tenant[field] !== row.tenant[field]);
  return isStale ? known.place : null;
}
