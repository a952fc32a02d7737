import { text } from './column-values.ts';
import { Connection } from './connection.ts';
import { isUnreadableFile } from './sqlite-error.ts';

/**
 * Checks the database table by table, on a connection of its own that only reads. Takes seconds for a huge file, and
 * blocks its thread.
 *
 * @returns what is damaged first, or `null`.
 * @throws SQLite's errors that say nothing about the content of the file.
 */
export function findDamage(path: string): string | null {
  const connection = new Connection(path, { busyMilliseconds: 5_000, readOnly: true });
  try {
    const tables = connection.all("SELECT name FROM sqlite_schema WHERE type = 'table'");
    for (const table of tables) {
      const name = text(table, 'name').replaceAll('"', '""');
      const answer = text(connection.get(`PRAGMA quick_check("${name}")`) ?? {}, 'quick_check');
      if (answer !== 'ok') return answer;
    }
    return null;
  } catch (error) {
    if (isUnreadableFile(error)) return error instanceof Error ? error.message : '';
    throw error;
  } finally {
    connection.close();
  }
}
