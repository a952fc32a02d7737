import { array, number, text } from '../sqlite/column-values.ts';
import type { Connection } from '../sqlite/connection.ts';

/** How many changes one statement reads, and the most bytes that the values of each of them may have. */
const perStatement = { changes: 1_000, bytesOfValues: 4_000 };

/**
 * Reads the changes of a run, each as `[tenantId, kind, before, after, values]`. It reads them as JSON arrays, which is
 * several times faster than row by row. Changes with long values are read one by one, so that they need little memory.
 */
export function* readChanges(
  connection: Connection,
  runId: number,
): Generator<readonly unknown[], void> {
  let last = '';
  let read: number;
  do {
    const batch = connection.get(
      `SELECT '[' || group_concat('[' || json_quote(tenant_id) || ',"' || kind || '",' || before || ',' || after ||
           ',' || iif(octet_length(fields) > ?, 'null', fields) || ']') || ']' AS changes,
           count(*) AS read, max(tenant_id) AS last
         FROM (SELECT * FROM tenant_change WHERE run_id = ? AND tenant_id > ? ORDER BY tenant_id LIMIT ?)`,
      perStatement.bytesOfValues,
      runId,
      last,
      perStatement.changes,
    );
    read = number(batch ?? {}, 'read');
    if (read === 0) return;
    last = text(batch ?? {}, 'last');
    for (const change of array(batch, 'changes')) {
      const [tenantId, kind, before, after, values] = asArray(change);
      const isLong = typeof tenantId === 'string' && values === null;
      const all = isLong ? readValues(connection, runId, tenantId) : asArray(values);
      yield [tenantId, kind, before, after, all];
    }
  } while (read === perStatement.changes);
}

function readValues(connection: Connection, runId: number, tenantId: string): readonly unknown[] {
  const row = connection.get(
    'SELECT fields FROM tenant_change WHERE run_id = ? AND tenant_id = ?',
    runId,
    tenantId,
  );
  return array(row, 'fields');
}

/** @throws Error if a value of the history is not an array. */
export function asArray(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('A change is not readable');
  return value;
}
