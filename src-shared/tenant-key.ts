import { tenantFields } from './tenant-fields.ts';
import type { Tenant } from './tenant.ts';

/**
 * What tells a tenant from all others, the same in the window and behind it: its id, which two accounts may have in
 * common; a server may leave that out, and then everything else there is of it.
 */
export function tenantKey(tenant: Tenant): string {
  const { accountId = '', id } = tenant;
  const known = id === '' ? JSON.stringify(tenantFields.map((field) => tenant[field])) : id;
  return `${accountId} ${known}`;
}
