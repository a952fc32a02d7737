import { AppError } from '../../src-shared/errors.ts';
import { changeSchema, type Change, type TenantDetails } from '../../src-shared/saved-list.ts';
import type { ChangeKind } from '../../src-shared/tenant-fields.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import type { Connection, Row } from './connection.ts';
import { findTenant, listOf } from './rows.ts';
import { getShown } from './saved-lists.ts';
import { number, text } from './values.ts';

/** A change and the tenant as it is, or last was. */
export interface FoundChange {
  kind: ChangeKind;
  tenant: Tenant;
  fields: Change['fields'];
}

const { kind: kindSchema, fields: fieldsSchema } = changeSchema.shape;

function readFields(row: Row): Change['fields'] {
  return fieldsSchema.parse(JSON.parse(text(row, 'fields')));
}

/** What one run found, in batches: new and changed tenants as the list has them, then those that are gone. */
export function* runChanges(
  connection: Connection,
  runId: number,
  batch: number,
): Generator<FoundChange[], void> {
  let found: FoundChange[] = [];
  const rows = connection.iterate(
    'SELECT kind, tenant_id, fields FROM change WHERE run_id = ? ORDER BY rowid',
    runId,
  );
  for (const row of rows) {
    const kind = kindSchema.parse(row.kind);
    const list = listOf(runId, kind === 'gone' ? 'gone' : 'read');
    const tenant = findTenant(connection, list, text(row, 'tenant_id'))?.tenant;
    if (tenant === undefined) throw new Error('A change is about a tenant that is not there');
    found.push({ kind, tenant, fields: readFields(row) });
    if (found.length < batch) continue;
    yield found;
    found = [];
  }
  if (found.length > 0) yield found;
}

/** @throws AppError `tenant_not_saved` for one that is neither listed nor known to be gone. */
export function readDetails(
  connection: Connection,
  accountId: string,
  tenantId: string,
): TenantDetails {
  const shown = getShown(connection, accountId);
  const { history, goneIn } = tenantHistory(connection, accountId, tenantId);
  const found =
    (shown && findTenant(connection, listOf(shown.record.run.runId, 'read'), tenantId)) ??
    (goneIn === null ? null : findTenant(connection, listOf(goneIn, 'gone'), tenantId));
  if (found === null) {
    throw new AppError({ code: 'tenant_not_saved', message: 'This tenant is not saved' });
  }
  return { tenant: found.tenant, raw: found.raw, history };
}

/** What the runs that are kept found of one tenant, newest first, and the last one that found it gone. */
function tenantHistory(
  connection: Connection,
  accountId: string,
  tenantId: string,
): { history: Change[]; goneIn: number | null } {
  const rows = connection.all(
    `SELECT refresh_run.run_id, kind, fields, ended_at FROM change JOIN refresh_run USING (run_id)
       WHERE tenant_id = ? AND account_id = ? ORDER BY refresh_run.run_id DESC`,
    tenantId,
    accountId,
  );
  const history = rows.map((row) => ({
    kind: kindSchema.parse(row.kind),
    foundAt: text(row, 'ended_at'),
    fields: readFields(row),
  }));
  const gone = rows.find((row) => row.kind === 'gone');
  return { history, goneIn: gone === undefined ? null : number(gone, 'run_id') };
}
