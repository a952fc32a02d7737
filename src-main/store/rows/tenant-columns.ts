import type { Tenant, TenantField } from '../../../src-shared/tenant.ts';
import { text, textOrNull } from '../sqlite/column-values.ts';
import type { Row } from '../sqlite/connection.ts';

/** The column of each field in the table `tenant_row`. */
export const columns = {
  id: 'id',
  name: 'name',
  domain: 'domain',
  status: 'status',
  ownerId: 'owner_id',
  connectionMethod: 'connection_method',
  connectionId: 'connection_id',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
} as const satisfies Record<TenantField, string>;

export const columnList = Object.values(columns).join(', ');

export function toTenant(row: Row): Tenant {
  return {
    id: text(row, columns.id),
    name: text(row, columns.name),
    domain: text(row, columns.domain),
    status: textOrNull(row, columns.status),
    ownerId: textOrNull(row, columns.ownerId),
    connectionMethod: textOrNull(row, columns.connectionMethod),
    connectionId: textOrNull(row, columns.connectionId),
    createdAt: textOrNull(row, columns.createdAt),
    updatedAt: textOrNull(row, columns.updatedAt),
  };
}
