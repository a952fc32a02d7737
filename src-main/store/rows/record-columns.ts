import { tenantFields } from '../../../src-shared/tenant-fields.ts';
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

/** The columns of a tenant for an SQL statement, in the order of `tenantFields`. */
export const columnList = tenantFields.map((field) => columns[field]).join(', ');
/** A parameter for each column of `columnList`. */
export const parameterList = tenantFields.map(() => '?').join(', ');

/** Returns the values of a tenant, in the order of `columnList`. */
export function toColumnValues(tenant: Tenant): (string | null)[] {
  return tenantFields.map((field) => tenant[field]);
}

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
