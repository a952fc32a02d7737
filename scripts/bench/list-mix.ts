import type { FieldSort, Filter } from '../../src-shared/list-tenants.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import { tenantFields } from '../../src-shared/tenant-fields.ts';

/** One kind of query, as the renderer sends it. */
export interface MixedQuery {
  name: string;
  filter: Filter;
  sort?: FieldSort[];
}

const searches = ['cong ty', 'hoang', 'điện', 'phat tan', 'Nguyễn', 'xyzzy', '1108', 'com.vn'];

/**
 * Returns the queries: a sort by each column in both directions, each filter, and searches of three letters or more
 * with and without a sort.
 */
export function listMix(some: Tenant): MixedQuery[] {
  const directions = ['ascending', 'descending'] as const;
  const sorts = tenantFields.flatMap((field) =>
    directions.map((direction): FieldSort => ({ field, direction })),
  );
  const filters: Record<string, Filter> = {
    'one status': { statuses: ['P'] },
    'two statuses': { statuses: ['Z', 'N'] },
    method: { connectionMethods: ['direct'] },
    owner: { ownerIds: [some.ownerId ?? '0'] },
    created: { createdFrom: '2025-01-01T00:00:00Z', createdTo: '2025-06-30T23:59:59Z' },
    'changed since': { changedFrom: '2026-06-01T00:00:00Z' },
    'status, method, created': {
      statuses: ['P'],
      connectionMethods: ['builtin'],
      createdFrom: '2024-01-01T00:00:00Z',
    },
  };
  const byName: FieldSort[] = [{ field: 'name', direction: 'ascending' }];
  return [
    { name: 'the list', filter: {} },
    ...sorts.map((sort) => ({
      name: `by ${sort.field} ${sort.direction}`,
      filter: {},
      sort: [sort],
    })),
    ...Object.entries(filters).flatMap(([name, filter]) => [
      { name, filter },
      { name: `${name}, by name`, filter, sort: byName },
    ]),
    ...searches.flatMap((text) => [
      { name: `search ${text}`, filter: { name: text } },
      { name: `search ${text}, by name`, filter: { name: text }, sort: byName },
    ]),
    { name: 'search and status', filter: { name: 'cong ty', statuses: ['P'] } },
  ];
}
