import type { RefreshRun } from '../../../src-shared/saved-list.ts';
import { RowSet } from '../rows/row-set.ts';
import { number, text } from '../sqlite/column-values.ts';
import type { Connection } from '../sqlite/connection.ts';
import type { SavedList } from './saved-lists.ts';
import { unreadableOf } from './unreadable-rows.ts';

/**
 * How many characters of unreadable rows are searched for ids. With more of them, any tenant may be among them: searching
 * all that a server can send would take minutes.
 */
export const searchedUnreadable = 20_000_000;

/** A row of the list whose tenant a full run did not find. */
interface MissingRow {
  rowId: number;
  id: string;
}

/** What a full run did not find, and what that means. */
export interface MissingRows {
  gone: MissingRow[];
  /** Rows that stay in the list, because a row that could not be read may be their tenant. */
  held: MissingRow[];
  /** How many rows of the list have no successor among those of the run, gone and held ones together. */
  count: number;
  /** See `SavedList`. */
  rowsWithoutId: number;
}

/**
 * Finds the tenants of the list that a full run did not find.
 *
 * @param mayHold whether rows that could not be read keep tenants in the list.
 */
export function findMissingRows(
  connection: Connection,
  { run, list, mayHold }: { run: RefreshRun; list: SavedList; mayHold: boolean },
): MissingRows {
  const older = new RowSet(connection, list.runId, 'read');
  const newer = new RowSet(connection, run.runId, 'read');
  const missing = readMissingRows(connection, older, newer);
  const withoutId = run.rows - newer.countIds();
  const olderWithoutId = list.tenants - older.countIds();
  // A tenant may have lost its id. There is no telling which one.
  const hasLostIds = mayHold && missing.length > 0 && withoutId > list.rowsWithoutId;
  const named = hasLostIds
    ? null
    : findNamed(missing, mayHold ? unreadableOf(connection, run.runId) : []);
  const held = missing.filter(({ id }) => named === null || named.has(id));
  const gone = missing.filter(({ id }) => named !== null && !named.has(id));
  return {
    gone,
    held,
    count: missing.length + Math.max(0, olderWithoutId - withoutId),
    rowsWithoutId: hasLostIds ? list.rowsWithoutId : withoutId,
  };
}

/** Finds which of the missing tenants unreadable rows name; `null` if a row may be any of them. */
function findNamed(
  missing: readonly MissingRow[],
  unreadable: Iterable<string>,
): ReadonlySet<string> | null {
  const ids = new Set(missing.map(({ id }) => id));
  const named = new Set<string>();
  if (ids.size === 0) return named;
  let searched = 0;
  for (const raw of unreadable) {
    searched += raw.length;
    if (searched > searchedUnreadable) return null;
    let namesAny = false;
    for (const [word] of raw.matchAll(/[\p{L}\p{N}_-]+/gu)) {
      if (!ids.has(word)) continue;
      namesAny = true;
      named.add(word);
    }
    if (!namesAny && !namesAnId(raw)) return null;
  }
  return named;
}

/**
 * Returns whether JSON has a member `id`, also if it was written as a text once more. The expression begins with a quotation
 * mark: with the backslashes before it, each of a million backslashes would be a new start.
 */
function namesAnId(raw: string): boolean {
  return /"id\\*"\s*:\s*(?:\\*"[^"\\]|\d)/.test(raw);
}

function readMissingRows(connection: Connection, older: RowSet, newer: RowSet): MissingRow[] {
  return connection
    .all(
      `SELECT row_id, id FROM tenant_row older
         WHERE older.row_id >= ? AND older.row_id < ? AND older.id <> '' AND NOT EXISTS
           (SELECT 1 FROM tenant_row WHERE row_set = ? AND id = older.id AND id <> '')
         ORDER BY row_id`,
      older.rowId(0),
      older.endRowId,
      newer.id,
    )
    .map((row) => ({ rowId: number(row, 'row_id'), id: text(row, 'id') }));
}
