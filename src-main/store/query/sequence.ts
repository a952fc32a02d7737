import type { FieldSort, Filter } from '../../../src-shared/list-tenants.ts';
import type { RowIndex } from '../index/row-index.ts';
import { matchLevels } from '../index/word-index.ts';
import { compileFilter } from './compile-filter.ts';

/** The places of the rows that match a query, in the order of the query. */
export interface Sequence {
  length: number;
  at: (position: number) => number;
  /** How many rows match the accents of the search. These rows come first; 0 if the rows have a sort order. */
  exact: number;
}

/** Returns all rows in the order in which they were read. */
export function everyPlace(length: number): Sequence {
  return { length, at: (position) => position, exact: 0 };
}

/** Finds the rows that match the filter. Without a sort order, rows that match the accents of the search come first. */
export function findPlaces(index: RowIndex, filter: Filter, sort: readonly FieldSort[]): Sequence {
  const { conditions, matches } = compileFilter(index, filter);
  const order = sort.length > 0 ? index.order(sort) : undefined;
  const places = new Uint32Array(index.length);
  let length = 0;
  for (let position = 0; position < index.length; position++) {
    const place = order === undefined ? position : (order[position] ?? 0);
    if (conditions.every(({ holds }) => holds(place))) places[length++] = place;
  }
  const found = places.slice(0, length);
  if (matches === null || order !== undefined) return toSequence(found, 0);
  const exact = found.filter((place) => matches[place] === matchLevels.exact);
  const others = found.filter((place) => matches[place] !== matchLevels.exact);
  found.set(exact);
  found.set(others, exact.length);
  return toSequence(found, exact.length);
}

/** Returns the places from one position to before another. */
export function placesBetween(sequence: Sequence, start: number, end: number): number[] {
  return Array.from({ length: Math.max(end - start, 0) }, (_, index) => sequence.at(start + index));
}

function toSequence(places: Uint32Array, exact: number): Sequence {
  return { length: places.length, at: (position) => places[position] ?? 0, exact };
}
