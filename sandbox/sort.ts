import { ApiError } from './errors.ts';
import type { SandboxRow } from './wire.ts';

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

/** A field and a direction. Without a field, rows are sorted by id, the server's default order. */
export interface Sort {
  field: SortField | undefined;
  descending: boolean;
}

/** A row of any list. Only tenants have a domain. */
type SortableRow = SandboxRow & { domain?: string };

/** The position of a row in a sorted list: its sort value, then its id, so that no two rows are equal. */
interface Position {
  value: string;
  id: string;
}

const collator = new Intl.Collator('vi');

/**
 * Parses `paging.sort`: one field, with a leading `-` for descending. As in the platform's public server code, two fields
 * and `id` are refused, and an empty text means ascending by id.
 *
 * @param allowed the fields that can be sorted by.
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

/** Returns the position of `row` in a list sorted by `sort`. */
export function positionOf(row: SortableRow, sort: Sort): Position {
  return { value: sort.field ? sortValue(row, sort.field) : '', id: row.id };
}

function sortValue(row: SortableRow, field: SortField): string {
  const value = row[field] ?? '';
  if (field === 'owner_id') return value.padStart(19, '0');
  if (field !== 'created_at' && field !== 'updated_at') return value;
  // As text, '.5Z' would sort before 'Z', although it is later.
  return value.replace(
    /(?:\.(\d+))?Z$/,
    (_, digits: string | undefined) => `.${(digits ?? '').padEnd(9, '0')}`,
  );
}

/**
 * Compares two positions: negative if `left` comes first. Names are compared by Vietnamese collation, other values by code
 * unit. Descending order also reverses the ids.
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
