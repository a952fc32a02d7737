import type { ListedRecord } from '../../src-shared/list-tenants.ts';
import { tenantKey } from '../../src-shared/tenant-key.ts';

/** A tenant whose details are shown, and the row of the grid where it was opened, from 0. */
export interface Opened {
  tenant: ListedRecord;
  row: number;
}

/** How many rows above and below are searched for a tenant that has moved. */
const searchedRows = 200;

/**
 * Returns the present row of an opened tenant, and the rows above and below. If the tenant is no longer in the list, its
 * row is that of the tenant that took its place, which is also the one below.
 *
 * @param tenantAt returns the tenant of a row; `undefined` if there is none, or if it is not read.
 */
export function findNeighbors(
  { tenant, row }: Opened,
  tenantAt: (row: number) => ListedRecord | undefined,
): { row: number; previous: number; next: number } {
  const key = tenantKey(tenant);
  const isAt = (position: number) => {
    const found = tenantAt(position);
    return found !== undefined && tenantKey(found) === key;
  };
  const at = (position: number) => ({
    ...{ row: position, previous: position - 1, next: position + 1 },
  });
  if (tenantAt(row) === undefined || isAt(row)) return at(row);
  for (let distance = 1; distance <= searchedRows; distance++) {
    if (isAt(row - distance)) return at(row - distance);
    if (isAt(row + distance)) return at(row + distance);
  }
  return { row, previous: row - 1, next: row };
}
