import { AppError } from '../../../src-shared/errors.ts';
import type { TenantDetails } from '../../../src-shared/saved-list.ts';
import { RowSet, type RowSetKind } from '../rows/row-set.ts';
import { readTenantHistory } from '../runs/changes.ts';
import { findShownList } from '../runs/shown-list.ts';
import type { Connection } from '../sqlite/connection.ts';

/** @throws AppError `tenant_not_saved` if the tenant is neither listed nor known to be gone. */
export function readTenantDetails(
  connection: Connection,
  listId: string,
  tenantId: string,
): TenantDetails {
  const find = (runId: number | undefined, kind: RowSetKind) =>
    runId === undefined ? null : new RowSet(connection, runId, kind).find(tenantId);
  const history = readTenantHistory(connection, listId, tenantId);
  const shown = findShownList(connection, listId);
  const found = find(shown?.record.run.runId, 'read') ?? find(shown?.gone?.runId, 'gone');
  if (found === null) {
    throw new AppError({ code: 'tenant_not_saved', message: 'This tenant is not saved' });
  }
  return { tenant: found.tenant, raw: found.raw, history };
}
