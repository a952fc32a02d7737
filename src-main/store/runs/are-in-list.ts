import type { ListRecord } from '../../../src-shared/list-record.ts';
import { RowSet } from '../rows/row-set.ts';
import type { Connection } from '../sqlite/connection.ts';
import { differingFields } from './record-change.ts';
import { findSavedList } from './saved-lists.ts';

/** Returns for each tenant whether the saved list has it with the same values. A tenant without an id is never in it. */
export function areInList(
  connection: Connection,
  listId: string,
  tenants: readonly ListRecord[],
): boolean[] {
  const saved = findSavedList(connection, listId);
  if (saved === null) return tenants.map(() => false);
  const list = new RowSet(connection, saved.runId, 'read');
  return tenants.map((tenant) => {
    const known = list.find(tenant.id);
    return known !== null && differingFields(known.tenant, tenant).length === 0;
  });
}
