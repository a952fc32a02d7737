import { text } from '../sqlite/column-values.ts';
import type { Connection } from '../sqlite/connection.ts';
import { findSavedList } from './saved-lists.ts';

export function insertUnreadable(
  connection: Connection,
  runId: number,
  unreadable: readonly string[],
): void {
  for (const raw of unreadable) {
    connection.run('INSERT INTO unreadable_row (run_id, raw) VALUES (?, ?)', runId, raw);
  }
}

/** Reads the JSON of the rows that a run could not read, one by one: together they can be larger than the memory. */
export function unreadableOf(connection: Connection, runId: number, limit = -1): Iterable<string> {
  const rows = connection.iterate(
    'SELECT raw FROM unreadable_row WHERE run_id = ? ORDER BY rowid LIMIT ?',
    runId,
    limit,
  );
  return Iterator.from(rows).map((row) => text(row, 'raw'));
}

/** Reads the JSON of the rows that the last full run of a list could not read. */
export function readUnreadableRows(
  connection: Connection,
  listId: string,
  limit: number,
): { raw: string }[] {
  const saved = findSavedList(connection, listId);
  if (saved === null) return [];
  return Array.from(unreadableOf(connection, saved.runId, limit), (raw) => ({ raw }));
}
