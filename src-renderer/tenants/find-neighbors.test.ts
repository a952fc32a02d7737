import { expect, it } from 'vitest';
import type { ListedRecord } from '../../src-shared/list-tenants.ts';
import { findNeighbors } from './find-neighbors.ts';

function tenantOf(id: string): ListedRecord {
  return {
    ...{ id, name: id, domain: '', status: '', ownerId: null, connectionMethod: null },
    ...{ connectionId: null, createdAt: null, updatedAt: null },
  };
}

it.each([
  ['in its place', 'abcd', { row: 1, previous: 0, next: 2 }],
  ['moved up', 'bcda', { row: 0, previous: -1, next: 1 }],
  ['moved down', 'xyabc', { row: 3, previous: 2, next: 4 }],
  ['gone, so that another took its place', 'acd', { row: 1, previous: 0, next: 1 }],
  ['gone from the end of the list', 'a', { row: 1, previous: 0, next: 2 }],
])('finds the neighbors of a tenant that is %s', (_where, ids, neighbors) => {
  const tenants = ids.split('').map(tenantOf);
  const opened = { tenant: tenantOf('b'), row: 1 };
  expect(findNeighbors(opened, (row) => tenants[row])).toEqual(neighbors);
});

it('finds the neighbors of a tenant whose row is not read now', () => {
  const opened = { tenant: tenantOf('b'), row: 700 };
  expect(findNeighbors(opened, () => undefined)).toEqual({ row: 700, previous: 699, next: 701 });
});
