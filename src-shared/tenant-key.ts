import { longestValue } from './limits.ts';
import { recordFields } from './tenant-fields.ts';
import type { ListRecord } from './list-record.ts';

/**
 * Returns a key that identifies a tenant among all others, in the renderer and in the main process. It contains the
 * account, because two accounts may have the same tenant. If the server sent no id, it contains all fields.
 */
export function tenantKey(tenant: ListRecord): string {
  const { accountId = '', id } = tenant;
  const known = id === '' ? JSON.stringify(recordFields.map((field) => tenant[field])) : id;
  return `${accountId} ${known}`;
}

/** Without an id, the key of a tenant is made of its account and all its values. */
export const longestKey = (recordFields.length + 1) * longestValue;

/** Returns whether a key is that of a tenant without an id. Several tenants may have the same one. */
export function isKeyWithoutId(key: string): boolean {
  return key[key.indexOf(' ') + 1] === '[';
}
