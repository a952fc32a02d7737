import type { AnnotateTenantsRequest } from '../../src-shared/annotate-tenants.ts';
import type { Filter, ListedRecord } from '../../src-shared/list-tenants.ts';
import { tenantKey } from '../../src-shared/tenant-key.ts';
import { chosenKeys, type Selection } from '../selection/selection.ts';

/** The tenants that a menu or a dialog changes. */
export interface MarkedTenants extends Pick<AnnotateTenantsRequest, 'accountId' | 'tenants'> {
  count: number;
  /** The only one of them, with its annotation; `null` if there are several, or if it was not read. */
  only: ListedRecord | null;
}

/** Returns one tenant to change. */
export function oneTenant(accountId: string, tenant: ListedRecord): MarkedTenants {
  return { accountId, tenants: { keys: [tenantKey(tenant)] }, count: 1, only: tenant };
}

/**
 * Returns the selected tenants to change.
 *
 * @param filter of the list that they were selected in.
 * @param count the number of selected tenants.
 */
export function selectedOf(
  accountId: string,
  selection: Selection,
  { filter, count }: { filter: Filter; count: number },
): MarkedTenants {
  const keys = [...chosenKeys(selection)];
  const tenants = selection.kind === 'all' ? { filter, except: keys } : { keys };
  return { accountId, tenants, count, only: null };
}
