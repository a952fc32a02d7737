import { AppError } from '../../../src-shared/errors.ts';
import type { Tenant } from '../../../src-shared/tenant.ts';
import { findPart } from '../index/parts.ts';
import { RowSet } from '../rows/row-set.ts';
import { findShownList } from '../runs/shown-list.ts';
import type { Connection } from '../sqlite/connection.ts';

/** One of the lists that a query shows as one. Its rows follow those of the list before. */
export interface ListPart {
  listId: string;
  rows: RowSet;
  length: number;
  version: number;
  fetchedAt: string;
}

/** Tenants, and for each the list that has it. */
export interface ListedTenants {
  tenants: Tenant[];
  listIds: string[];
}

/**
 * Finds the rows of some lists: those that are shown, or those that are gone. Lists that were never read are left out.
 *
 * @throws AppError `nothing_saved` if none is left.
 */
export function findListParts(
  connection: Connection,
  listIds: readonly string[],
  areGone: boolean,
): ListPart[] {
  const parts = listIds.flatMap((listId) => {
    const shown = findShownList(connection, listId);
    if (shown === null) return [];
    const { record, tenants, version, fetchedAt, gone } = shown;
    const rows = areGone
      ? new RowSet(connection, gone?.runId ?? record.run.runId, 'gone')
      : new RowSet(connection, record.run.runId, 'read');
    return [{ listId, rows, length: areGone ? (gone?.length ?? 0) : tenants, version, fetchedAt }];
  });
  if (parts.length === 0) {
    throw new AppError({ code: 'nothing_saved', message: 'Nothing is saved' });
  }
  return parts;
}

/** Reads the tenants at these places, in this order. */
export function readTenants(parts: readonly ListPart[], places: readonly number[]): ListedTenants {
  const found = places.map((place) => findPart(parts, place));
  // Read the rows of each part at once, then take them in the requested order.
  const partTenants = parts.map(({ rows }, position) =>
    rows.tenantsAt(found.flatMap((row) => (row.position === position ? [row.place] : []))).values(),
  );
  return {
    tenants: found.flatMap(({ position }) => partTenants[position]?.next().value ?? []),
    listIds: found.map(({ part }) => part.listId),
  };
}
