import type { Tenant } from '../../src-shared/tenant.ts';

/**
 * Which tenants are selected: some, each held as it was seen, so that it can be exported when it is no longer on
 * screen; or all that match the filters, which only the saved list can count.
 */
export type Selection = { kind: 'some'; tenants: ReadonlyMap<string, Tenant> } | { kind: 'all' };

export const nothingSelected: Selection = { kind: 'some', tenants: new Map() };

/** A tenant by its id, which two accounts may have in common; a server may leave that out, and then by everything else there is of it. */
function keyOf(tenant: Tenant): string {
  return tenant.id === '' ? JSON.stringify(tenant) : `${tenant.accountId ?? ''} ${tenant.id}`;
}

export function isSelected(selection: Selection, tenant: Tenant): boolean {
  return selection.kind === 'all' || selection.tenants.has(keyOf(tenant));
}

/** What was selected, and these. */
export function withTenants(selection: Selection, tenants: readonly Tenant[]): Selection {
  if (selection.kind === 'all') return selection;
  const added = tenants.map((tenant) => [keyOf(tenant), tenant] as const);
  return { kind: 'some', tenants: new Map([...selection.tenants, ...added]) };
}

/**
 * What was selected, without these. Of all that match, those on screen stay: the others were never seen one by one.
 *
 * @param onScreen the rows of the page.
 */
export function withoutTenants(
  selection: Selection,
  tenants: readonly Tenant[],
  onScreen: readonly Tenant[],
): Selection {
  const before = selection.kind === 'all' ? withTenants(nothingSelected, onScreen) : selection;
  if (before.kind === 'all') return before;
  const dropped = new Set(tenants.map(keyOf));
  const kept = [...before.tenants].filter(([key]) => !dropped.has(key));
  return { kind: 'some', tenants: new Map(kept) };
}

/** Those that are selected one by one, in the order of the screen; those that are not on it come last. */
export function selectedTenants(selection: Selection, onScreen: readonly Tenant[]): Tenant[] {
  if (selection.kind === 'all') return [];
  const first = onScreen.filter((tenant) => isSelected(selection, tenant));
  const seen = new Set(first.map(keyOf));
  const others = [...selection.tenants].filter(([key]) => !seen.has(key));
  return [...first, ...others.map(([, tenant]) => tenant)];
}

/** How many are selected. @param total how many match in all. */
export function countSelected(selection: Selection, total: number): number {
  return selection.kind === 'all' ? total : selection.tenants.size;
}
