import type { ListedRecord } from '../../../src-shared/list-tenants.ts';
import type { AnnotationsOf } from '../annotations/list-annotations.ts';
import { findPart } from '../index/parts.ts';
import { addAnnotation } from './annotation-values.ts';
import type { ListPart } from './list-parts.ts';
import type { ListedChanges } from './listed-changes.ts';
import type { PastList } from './past-list.ts';

/** Tenants, and for each the list that has it. */
export interface ListedTenants {
  tenants: ListedRecord[];
  listIds: string[];
}

/** The rows of a view, and what the history knows about them. */
export interface HistoricRows {
  parts: readonly ListPart[];
  /** The changes, if the view shows any. */
  changes: ListedChanges | null;
  /** What was different, if the view shows the lists as they were at an earlier moment. */
  past: PastList | null;
  annotationsOf: AnnotationsOf;
}

/** Reads the tenant of one row. */
export function readTenant(
  { parts, past, annotationsOf }: HistoricRows,
  place: number,
): ListedRecord {
  const found = findPart(parts, place);
  const tenant = found.part.rows.tenantAt(found.place);
  const shown = past === null ? tenant : past.apply(place, tenant);
  return addAnnotation(shown, annotationsOf(found.part.listId));
}

/** Reads the tenants at these places, in this order. */
export function readTenants(
  { parts, changes, past, annotationsOf }: HistoricRows,
  places: readonly number[],
): ListedTenants {
  const found = places.map((place) => findPart(parts, place));
  // Read the rows of each part at once, then take them in the requested order.
  const partTenants = parts.map(({ rows }, position) =>
    rows.tenantsAt(found.flatMap((row) => (row.position === position ? [row.place] : []))).values(),
  );
  const tenants = found.flatMap(({ part, position }, at): ListedRecord[] => {
    const tenant = partTenants[position]?.next().value;
    const place = places[at];
    if (tenant === undefined || place === undefined) return [];
    const annotations = annotationsOf(part.listId);
    if (past !== null) return [addAnnotation(past.apply(place, tenant), annotations)];
    const change = changes?.describe(place, tenant);
    const listed = addAnnotation(tenant, annotations);
    return [change === undefined ? listed : { ...listed, change }];
  });
  return { tenants, listIds: found.map(({ part }) => part.listId) };
}
