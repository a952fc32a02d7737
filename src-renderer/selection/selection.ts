import { tenantKey } from '../../src-shared/tenant-key.ts';
import type { Tenant } from '../../src-shared/tenant.ts';

/**
 * Which tenants are selected: some, each held as it was seen, so that it can be exported when it is no longer on
 * screen; or all that match the filters, which only the saved list can count, except those that were taken out.
 */
export type Selection =
  | { kind: 'some'; tenants: ReadonlyMap<string, Tenant> }
  | { kind: 'all'; except: ReadonlySet<string> };

export const nothingSelected: Selection = { kind: 'some', tenants: new Map() };
export const allSelected: Selection = { kind: 'all', except: new Set() };

export function isSelected(selection: Selection, tenant: Tenant): boolean {
  const key = tenantKey(tenant);
  return selection.kind === 'all' ? !selection.except.has(key) : selection.tenants.has(key);
}

/** What was selected, and these. */
export function withTenants(selection: Selection, tenants: readonly Tenant[]): Selection {
  if (selection.kind === 'all') {
    return { kind: 'all', except: selection.except.difference(keysOf(tenants)) };
  }
  const added = tenants.map((tenant) => [tenantKey(tenant), tenant] as const);
  return { kind: 'some', tenants: new Map([...selection.tenants, ...added]) };
}

/** What was selected, without these. */
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

/** Those that are selected one by one, in the order of the screen; those that are not on it come last. */
export function selectedTenants(selection: Selection, onScreen: readonly Tenant[]): Tenant[] {
  if (selection.kind === 'all') return [];
  const first = onScreen.filter((tenant) => isSelected(selection, tenant));
  const seen = keysOf(first);
  const others = [...selection.tenants].filter(([key]) => !seen.has(key));
  return [...first, ...others.map(([, tenant]) => tenant)];
}

/** How many are selected. @param total how many match in all. */
export function countSelected(selection: Selection, total: number): number {
  // Of those taken out, some may be gone since.
  return selection.kind === 'all'
    ? Math.max(total - selection.except.size, 0)
    : selection.tenants.size;
}
