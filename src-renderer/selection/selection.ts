import { isKeyWithoutId, tenantKey } from '../../src-shared/tenant-key.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';

/** The selected tenants. */
export type Selection =
  /**
   * Tenants by their key. Those of the server's list are kept, so that they can be exported after they have left the
   * screen. `fetchedAt` is when the oldest of them was fetched, `null` if there are none.
   */
  | { kind: 'some'; tenants: ReadonlyMap<string, ListRecord>; fetchedAt: string | null }
  /** All tenants that match the filter, except those with these keys. */
  | { kind: 'all'; except: ReadonlySet<string> };

export const nothingSelected: Selection = {
  kind: 'some',
  tenants: new Map(),
  fetchedAt: null,
};
export const allSelected: Selection = { kind: 'all', except: new Set() };

export function isSelected(selection: Selection, tenant: ListRecord): boolean {
  const key = tenantKey(tenant);
  return selection.kind === 'all' ? !selection.except.has(key) : selection.tenants.has(key);
}

/** Returns the selection with these tenants added. @param fetchedAt when they were fetched; ISO 8601 in UTC. */
export function withTenants(
  selection: Selection,
  tenants: readonly ListRecord[],
  fetchedAt: string,
): Selection {
  if (selection.kind === 'all') {
    return { kind: 'all', except: selection.except.difference(keysOf(tenants)) };
  }
  const added = tenants.map((tenant) => [tenantKey(tenant), tenant] as const);
  const isOldest = selection.fetchedAt === null || fetchedAt < selection.fetchedAt;
  return {
    kind: 'some',
    tenants: new Map([...selection.tenants, ...added]),
    fetchedAt: isOldest ? fetchedAt : selection.fetchedAt,
  };
}

/** Returns the selection with these tenants removed. */
export function withoutTenants(selection: Selection, tenants: readonly ListRecord[]): Selection {
  const dropped = keysOf(tenants);
  if (selection.kind === 'all') {
    return { kind: 'all', except: selection.except.union(dropped) };
  }
  const kept = [...selection.tenants].filter(([key]) => !dropped.has(key));
  return kept.length === 0 ? nothingSelected : { ...selection, tenants: new Map(kept) };
}

function keysOf(tenants: readonly ListRecord[]): Set<string> {
  return new Set(tenants.map(tenantKey));
}

/** Returns the tenants that were selected one by one, in the order of the screen. Tenants that are not on it come last. */
export function selectedTenants(
  selection: Selection,
  onScreen: readonly ListRecord[],
): ListRecord[] {
  if (selection.kind === 'all') return [];
  const first = onScreen.filter((tenant) => isSelected(selection, tenant));
  const seen = keysOf(first);
  const others = [...selection.tenants].filter(([key]) => !seen.has(key));
  return [...first, ...others.map(([, tenant]) => tenant)];
}

/** Returns the keys of the tenants that were selected, or deselected, one by one. */
export function chosenKeys(selection: Selection): readonly string[] {
  return selection.kind === 'all' ? [...selection.except] : [...selection.tenants.keys()];
}

/** Returns whether one of these tenants has no id. Other tenants may have the same key. */
export function hasKeyWithoutId(selection: Selection): boolean {
  return chosenKeys(selection).some(isKeyWithoutId);
}

/** What the saved list has of the tenants that were selected, or deselected, one by one. */
export interface CheckedKeys {
  /** The keys that no tenant has any more. */
  missing: ReadonlySet<string>;
  /** How many more tenants than keys there are, because tenants without an id have the same one. */
  surplus: number;
}

/** Before a refresh every key is that of one tenant. */
export const nothingChecked: CheckedKeys = { missing: new Set(), surplus: 0 };

/** Counts the tenants that were selected, or deselected, one by one and are no longer in the list. */
export function countMissing(selection: Selection, { missing }: CheckedKeys): number {
  const keys = selection.kind === 'all' ? selection.except : selection.tenants;
  return [...missing].filter((key) => keys.has(key)).length;
}

/** Counts the selected tenants that the list has. @param total the number of tenants that match the filter. */
export function countSelected(
  selection: Selection,
  total: number,
  checked: CheckedKeys = nothingChecked,
): number {
  const missing = countMissing(selection, checked);
  return selection.kind === 'all'
    ? Math.max(total - (selection.except.size - missing + checked.surplus), 0)
    : selection.tenants.size - missing + checked.surplus;
}
