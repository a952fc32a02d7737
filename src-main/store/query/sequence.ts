import type { FieldSort, Filter, Sort } from '../../../src-shared/list-tenants.ts';
import { isKnown, recordFields } from '../../../src-shared/tenant-fields.ts';
import { byId } from '../index/orderings.ts';
import { orderByRank } from '../index/ranks.ts';
import { matchLevels } from '../index/search-terms.ts';
import { isAnnotationField } from './annotation-values.ts';
import { compileFilter, type IndexedRows } from './compile-filter.ts';
import { positionOfList, type ListPart } from './list-parts.ts';

/** The places of the rows that match a query, in the order of the query. */
export interface Sequence {
  length: number;
  at: (position: number) => number;
  /** How many rows match the accents of the search. These rows come first; 0 if that does not change the order. */
  exact: number;
}

/** The rows of a view, and which list each of them belongs to. */
interface RowsOfLists extends IndexedRows {
  parts: readonly ListPart[];
}

/** Returns all rows in the order in which they were read. */
export function everyPlace(length: number): Sequence {
  return { length, at: (position) => position, exact: 0 };
}

/**
 * Finds the rows that match the filter.
 *
 * @param exactFirst whether rows that match the accents of the search come before the others.
 */
export function findPlaces(
  rows: RowsOfLists,
  filter: Filter,
  { sort, exactFirst }: { sort: readonly Sort[]; exactFirst: boolean },
): Sequence {
  const { index, isShown } = rows;
  const { conditions, matches } = compileFilter(rows, filter);
  const order = sort.length > 0 ? orderOf(rows, withoutOwnSort(sort)) : undefined;
  const places = new Uint32Array(index.length);
  const end = order?.length ?? index.length;
  let length = 0;
  for (let position = 0; position < end; position++) {
    const place = order === undefined ? position : (order[position] ?? 0);
    if (isShown(place) && conditions.every(({ holds }) => holds(place))) places[length++] = place;
  }
  // Frees the rest now. Waiting for the garbage collector would make it run twice as often.
  const found = new Uint32Array(places.buffer.transfer(length * places.BYTES_PER_ELEMENT));
  const [first] = sort;
  if (first !== undefined && isAnnotationField(first.field)) {
    return toSequence(orderByRank(found, rows.ownWords().ranks(first.field), first.direction), 0);
  }
  if (matches === null || !exactFirst) return toSequence(found, 0);
  const exact = found.filter((place) => matches[place] === matchLevels.exact);
  const others = found.filter((place) => matches[place] !== matchLevels.exact);
  found.set(exact);
  found.set(others, exact.length);
  return toSequence(found, exact.length);
}

/**
 * Leaves out a first sort by what the user has noted. An order by it is not cached, so only the rows that match are
 * sorted by it.
 */
function withoutOwnSort([first, ...others]: readonly Sort[]): readonly Sort[] {
  if (first === undefined) return others;
  if (!isAnnotationField(first.field)) return [first, ...others];
  return others.length === 0 ? [byId] : others;
}

/**
 * Returns all places in a sort order. Rows that are equal by all sorts are in the order of their ids, but after a sort by
 * `foundAt` in the order of the list: one run can find very many changes, and their ids say nothing.
 */
function orderOf(rows: RowsOfLists, [sort, ...others]: readonly Sort[]): Uint32Array {
  const { index, changes, ownWords } = rows;
  if (sort === undefined) return index.order([]);
  const { field, direction } = sort;
  if (field === 'foundAt') {
    if (changes === null) return orderOf(rows, others);
    // Most rows of a list have no change.
    const order = others.length === 0 ? changes.places() : orderOf(rows, others);
    return orderByRank(order, changes.foundRanks(), direction);
  }
  if (field === 'account' || isAnnotationField(field)) {
    const ranks = field === 'account' ? rankAccounts(rows) : ownWords().ranks(field);
    const order = orderOf(rows, others.length === 0 ? [byId] : others);
    return orderByRank(order, ranks, direction);
  }
  const fieldSorts = others.filter(isFieldSort);
  return fieldSorts.length < others.length
    ? orderByRank(orderOf(rows, others), index.ranks(field), direction)
    : index.order([{ field, direction }, ...fieldSorts]);
}

function isFieldSort(sort: Sort): sort is FieldSort {
  return isKnown(recordFields, sort.field);
}

/** Returns ranks of the rows by their accounts, by place. The lists are in the order of the accounts. */
function rankAccounts({ parts, index }: RowsOfLists): Uint32Array {
  const ranks = new Uint32Array(index.length);
  let start = 0;
  for (const { listId, length } of parts) {
    ranks.fill(positionOfList(parts, listId), start, start + length);
    start += length;
  }
  return ranks;
}

/** Returns the places from one position to before another. */
export function placesBetween(sequence: Sequence, start: number, end: number): number[] {
  return Array.from({ length: Math.max(end - start, 0) }, (_, index) => sequence.at(start + index));
}

function toSequence(places: Uint32Array, exact: number): Sequence {
  return { length: places.length, at: (position) => places[position] ?? 0, exact };
}
