import type { FieldSort, Filter } from '../../src-shared/list-tenants.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import { fieldsByKind, tenantFields } from '../../src-shared/tenant-fields.ts';

/** A query of the mix, as the renderer sends it. */
export interface MixedQuery {
  name: string;
  records?: RecordKind;
  filter: Filter;
  sort?: FieldSort[];
}

const searches = ['cong ty', 'hoang', 'điện', 'phat tan', 'Nguyễn', 'xyzzy', '1108', 'com.vn'];

/**
 * Returns the queries: a sort by each field in both directions, common filters, and searches of three letters or more with
 * and without a sort.
 */
export function listMix(some: ListRecord): MixedQuery[] {
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

const hotlineSearches = ['024', '1900', 'cham soc', 'bảo hành', 'le tan', 'viettel', 'xyzzy'];

/** Returns queries for hotlines: a sort by each field in both directions, and searches with and without a sort. */
export function hotlineMix(): MixedQuery[] {
  const directions = ['ascending', 'descending'] as const;
  const sorts = fieldsByKind.hotlines.flatMap((field) =>
    directions.map((direction): FieldSort => ({ field, direction })),
  );
  const byNumber: FieldSort[] = [{ field: 'hotline', direction: 'ascending' }];
  const records = 'hotlines' as const;
  return [
    ...sorts.map((sort) => ({
      name: `hotlines by ${sort.field} ${sort.direction}`,
      ...{ records, filter: {}, sort: [sort] },
    })),
    ...hotlineSearches.flatMap((text) => [
      { name: `hotlines: search ${text}`, records, filter: { name: text } },
      {
        name: `hotlines: search ${text}, by number`,
        records,
        filter: { name: text },
        sort: byNumber,
      },
    ]),
  ];
}
