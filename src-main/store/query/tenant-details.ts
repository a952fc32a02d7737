import { AppError } from '../../../src-shared/errors.ts';
import type { TenantDetails } from '../../../src-shared/saved-list.ts';
import { RowSet } from '../rows/row-set.ts';
import { readTenantHistory } from '../runs/changes.ts';
import { findShownList } from '../runs/saved-lists.ts';
import type { Connection } from '../sqlite/connection.ts';

/** @throws AppError `tenant_not_saved` if the tenant is neither listed nor known to be gone. */
export function readTenantDetails(
  connection: Connection,
  listId: string,
  tenantId: string,
): TenantDetails {
  const shown = findShownList(connection, listId);
  const { history, goneInRun } = readTenantHistory(connection, listId, tenantId);
  const listed = shown && new RowSet(connection, shown.record.run.runId, 'read').find(tenantId);
  const found = listed ?? (goneInRun && new RowSet(connection, goneInRun, 'gone').find(tenantId));
  if (!found) throw new AppError({ code: 'tenant_not_saved', message: 'This tenant is not saved' });
  return { tenant: found.tenant, raw: found.raw, history };
}
