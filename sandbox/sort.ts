import { ApiError } from './errors.ts';
import type { SandboxTenant } from './wire.ts';

export const sortFields = [
  'created_at',
  'updated_at',
  'name',
  'domain',
  'owner_id',
  'connection_method',
  'status',
] as const;

export type SortField = (typeof sortFields)[number];

/** One field and a direction. No field is the order by id, the server's own when nothing is asked. */
export interface Sort {
  field: SortField | undefined;
  descending: boolean;
}

/** Where a row stands in a sorted list: its sort value, then its id, so that no two rows are equal. */
export interface Position {
  value: string;
  id: string;
}

const collator = new Intl.Collator('vi');

/**
 * Reads `paging.sort`. One field, `-` in front for descending; two fields, and id, are refused
 * (seen in the platform's public server code). Empty is ascending by id (seen there too).
 * @param allowed the fields that may be asked for
 * @throws {ApiError} `invalid_argument`
 */
export function parseSort(sort: string, allowed: readonly SortField[]): Sort {
  if (sort === '') return { field: undefined, descending: false };
  if (sort.includes(',')) {
    throw new ApiError('invalid_argument', 'paging is invalid (can not sort by more than 1 field)');
  }
  const descending = sort.startsWith('-');
  const name = descending ? sort.slice(1) : sort;
  if (name === 'id') {
    throw new ApiError('invalid_argument', 'paging is invalid (can not sort by id)');
  }
  const field = allowed.find((candidate) => candidate === name);
  if (field === undefined) {
    throw new ApiError('invalid_argument', `sort by ${name} is not allowed`);
  }
  return { field, descending };
}

/** Where `tenant` stands in a list sorted by `sort`. */
export function positionOf(tenant: SandboxTenant, sort: Sort): Position {
  return { value: sort.field ? sortValue(tenant, sort.field) : '', id: tenant.id };
}

function sortValue(tenant: SandboxTenant, field: SortField): string {
  const value = tenant[field];
  if (field === 'owner_id') return value.padStart(19, '0');
  if (field !== 'created_at' && field !== 'updated_at') return value;
  // '.5Z' would come before 'Z' as text, though it is later.
  return value.replace(
    /(?:\.(\d+))?Z$/,
    (_, digits: string | undefined) => `.${(digits ?? '').padEnd(9, '0')}`,
  );
}

/**
 * Compares two positions in display order: below zero when `left` comes first. Names go by
 * Vietnamese collation, all else by code unit. Descending turns the id round as well.
 */
export function comparePositions(left: Position, right: Position, sort: Sort): number {
  const byValue =
    sort.field === 'name'
      ? collator.compare(left.value, right.value)
      : compareText(left.value, right.value);
  const ascending = byValue || compareText(left.id.padStart(19, '0'), right.id.padStart(19, '0'));
  return sort.descending ? -ascending : ascending;
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
