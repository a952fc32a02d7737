import type { ListedTenant } from '../../../src-shared/list-tenants.ts';
import type { Tenant } from '../../../src-shared/tenant.ts';
import { findPart } from '../index/parts.ts';
import type { ListPart } from './list-parts.ts';
import type { ListedChanges } from './listed-changes.ts';
import type { PastList } from './past-list.ts';

/** Tenants, and for each the list that has it. */
export interface ListedTenants {
  tenants: ListedTenant[];
  listIds: string[];
}

/** The rows of a view, and what the history knows about them. */
export interface HistoricRows {
  parts: readonly ListPart[];
  /** The changes, if the view shows any. */
  changes: ListedChanges | null;
  /** What was different, if the view shows the lists as they were at an earlier moment. */
  past: PastList | null;
}

/** Reads the tenant of one row. */
export function readTenant({ parts, past }: HistoricRows, place: number): Tenant {
  const found = findPart(parts, place);
  const tenant = found.part.rows.tenantAt(found.place);
  return past === null ? tenant : past.apply(place, tenant);
}

/** Reads the tenants at these places, in this order. */
export function readTenants(
  { parts, changes, past }: HistoricRows,
  places: readonly number[],
): ListedTenants {
  const found = places.map((place) => findPart(parts, place));
  // Read the rows of each part at once, then take them in the requested order.
  const partTenants = parts.map(({ rows }, position) =>
    rows.tenantsAt(found.flatMap((row) => (row.position === position ? [row.place] : []))).values(),
  );
  const tenants = found.flatMap(({ position }, at): ListedTenant[] => {
    const tenant = partTenants[position]?.next().value;
    const place = places[at];
    if (tenant === undefined || place === undefined) return [];
    if (past !== null) return [past.apply(place, tenant)];
    const change = changes?.describe(place, tenant);
    return [change === undefined ? tenant : { ...tenant, change }];
  });
  return { tenants, listIds: found.map(({ part }) => part.listId) };
}
