import { tenantKey } from '../../src-shared/tenant-key.ts';
import type { Tenant } from '../../src-shared/tenant.ts';

/** The selected tenants. */
export type Selection =
  /** Tenants by their key. They are kept, so that they can be exported after they have left the screen. */
  | { kind: 'some'; tenants: ReadonlyMap<string, Tenant> }
  /** All tenants that match the filter, except those with these keys. */
  | { kind: 'all'; except: ReadonlySet<string> };

export const nothingSelected: Selection = { kind: 'some', tenants: new Map() };
export const allSelected: Selection = { kind: 'all', except: new Set() };

export function isSelected(selection: Selection, tenant: Tenant): boolean {
  const key = tenantKey(tenant);
  return selection.kind === 'all' ? !selection.except.has(key) : selection.tenants.has(key);
}

/** Returns the selection with these tenants added. */
export function withTenants(selection: Selection, tenants: readonly Tenant[]): Selection {
  if (selection.kind === 'all') {
    return { kind: 'all', except: selection.except.difference(keysOf(tenants)) };
  }
  const added = tenants.map((tenant) => [tenantKey(tenant), tenant] as const);
  return { kind: 'some', tenants: new Map([...selection.tenants, ...added]) };
}

/** Returns the selection with these tenants removed. */
export function withoutTenants(selection: Selection, tenants: readonly Tenant[]): Selection {
  const dropped = keysOf(tenants);
  if (selection.kind === 'all') {
    return { kind: 'all', except: selection.except.union(dropped) };
  }
  const kept = [...selection.tenants].filter(([key]) => !dropped.has(key));
  return { kind: 'some', tenants: new Map(kept) };
}

function keysOf(tenants: readonly Tenant[]): Set<string> {
  return new Set(tenants.map(tenantKey));
}

/** Returns the tenants that were selected one by one, in the order of the screen. Tenants that are not on it come last. */
export function selectedTenants(selection: Selection, onScreen: readonly Tenant[]): Tenant[] {
  if (selection.kind === 'all') return [];
  const first = onScreen.filter((tenant) => isSelected(selection, tenant));
  const seen = keysOf(first);
  const others = [...selection.tenants].filter(([key]) => !seen.has(key));
  return [...first, ...others.map(([, tenant]) => tenant)];
}

/** Counts the selected tenants. @param total the number of tenants that match the filter. */
export function countSelected(selection: Selection, total: number): number {
  // Some of the excluded tenants may have been removed from the list.
  return selection.kind === 'all'
    ? Math.max(total - selection.except.size, 0)
    : selection.tenants.size;
}
