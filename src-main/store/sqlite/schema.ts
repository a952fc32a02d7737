import { AppError } from '../../../src-shared/errors.ts';
import type { RecordKind } from '../../../src-shared/record-kinds.ts';
import { number } from './column-values.ts';
import type { Connection } from './connection.ts';
import { UnreadableFileError } from './sqlite-error.ts';

/** The tables of a database file. */
export interface Schema {
  /** Tells which of the app's databases a file is. https://sqlite.org/pragma.html#pragma_application_id */
  applicationId: number;
  version: number;
  /** What the rows of the saved lists are. Not set if the file has no lists. */
  records?: RecordKind;
  /** How much of the file SQLite keeps in memory. The default is 8,000. */
  cacheKilobytes?: number;
  /** Creates the tables. A comment must have a line of its own. */
  sql: string;
}

/**
 * Creates the tables in an empty file, and checks that any other file has this schema.
 *
 * @throws AppError `store_too_new` when a newer version of the app wrote the file. Nothing is then written.
 * @throws UnreadableFileError when the file has another schema, such as one of a development version.
 */
export function prepareSchema(connection: Connection, schema: Schema): void {
  if (hasSchema(connection, schema)) return;
  connection.write(() => {
    // Check again: another instance may have created the tables before this transaction began.
    if (hasSchema(connection, schema)) return;
    // SQLite keeps the text of the statements. Without comments it fits in the file's first page.
    connection.execute(schema.sql.replaceAll(/^ *--.*\n/gm, ''));
    connection.execute(`PRAGMA application_id = ${schema.applicationId}`);
    connection.execute(`PRAGMA user_version = ${schema.version}`);
  });
}

/** Returns false for an empty file. */
function hasSchema(connection: Connection, schema: Schema): boolean {
  const version = readNumber(connection, 'PRAGMA user_version', 'user_version');
  if (version > schema.version) {
    throw new AppError({
      code: 'store_too_new',
      message: `The schema has version ${version}; this app supports ${schema.version}`,
      path: connection.path,
    });
  }
  const application = readNumber(connection, 'PRAGMA application_id', 'application_id');
  if (application === schema.applicationId && version === schema.version) return true;
  const tables = readNumber(connection, 'SELECT count(*) AS tables FROM sqlite_schema', 'tables');
  if (application === 0 && version === 0 && tables === 0) return false;
  throw new UnreadableFileError('Its tables are not those of this app');
}

function readNumber(connection: Connection, sql: string, column: string): number {
  return number(connection.get(sql) ?? {}, column);
}
