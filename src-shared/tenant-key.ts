import { tenantFields } from './tenant-fields.ts';
import type { Tenant } from './tenant.ts';

/**
 * Returns a key that identifies a tenant among all others, in the renderer and in the main process. It contains the
 * account, because two accounts may have the same tenant. If the server sent no id, it contains all fields.
 */
export function tenantKey(tenant: Tenant): string {
  const { accountId = '', id } = tenant;
  const known = id === '' ? JSON.stringify(tenantFields.map((field) => tenant[field])) : id;
  return `${accountId} ${known}`;
}
