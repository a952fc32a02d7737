import type { Filter, Sort } from '../../src-shared/list-tenants.ts';
import type { TenantField } from '../../src-shared/tenant.ts';
import { instantKey, none, orderings } from './collation.ts';
import { firstIndex } from './binary-search.ts';
import type { Connection } from './connection.ts';
import type { ListIndex } from './list-index.ts';
import { valueAt } from './rows.ts';
import { matches, search } from './word-index.ts';

/** The places of the rows that match, in order. */
export interface Sequence {
  length: number;
  at: (index: number) => number;
  /** How many of them, the first ones, match a search exactly. */
  exact: number;
}

type Condition = (place: number) => boolean;

/** A whole list in the order in which it came. */
export function everyPlace(length: number): Sequence {
  return { length, at: (index) => index, exact: 0 };
}

/**
 * @param kinds by place, whether the last complete walk found the row new or changed.
 * @returns every place that matches, in the order asked for.
 */
export function sequence(
  connection: Connection,
  index: ListIndex,
  { filter, sort, kinds }: { filter: Filter; sort: readonly Sort[]; kinds: Condition | null },
): Sequence {
  const conditions = [...filterConditions(connection, index, filter), ...(kinds ? [kinds] : [])];
  const states = filter.name === undefined ? null : search(index.words(connection), filter.name);
  if (states !== null) conditions.unshift((place) => states[place] !== matches.no);

  const order = sort.length > 0 ? index.order(connection, sort) : undefined;
  const places = new Uint32Array(index.length);
  let length = 0;
  for (let at = 0; at < index.length; at++) {
    const place = order === undefined ? at : (order[at] ?? 0);
    if (conditions.every((holds) => holds(place))) places[length++] = place;
  }
  const found = places.slice(0, length);
  if (states === null || order !== undefined) return sequenceOf(found, 0);
  const exact = found.filter((place) => states[place] === matches.exactly);
  const others = found.filter((place) => states[place] !== matches.exactly);
  found.set(exact);
  found.set(others, exact.length);
  return sequenceOf(found, exact.length);
}

function sequenceOf(places: Uint32Array, exact: number): Sequence {
  return { length: places.length, at: (index) => places[index] ?? 0, exact };
}

function* filterConditions(
  connection: Connection,
  index: ListIndex,
  filter: Filter,
): Generator<Condition> {
  const among = (field: TenantField, values: readonly (string | null)[]): Condition => {
    const ranks = index.ranks(connection, field);
    const wanted = new Set(values.map((value) => rankOf(connection, index, field, value)));
    return (place) => wanted.has(ranks[place] ?? none);
  };
  if (filter.ownerId !== undefined) yield among('ownerId', [filter.ownerId]);
  if (filter.statuses !== undefined) yield among('status', filter.statuses);
  if (filter.connectionMethods !== undefined) {
    yield among('connectionMethod', filter.connectionMethods);
  }
  const between = (field: TenantField, from?: string, to?: string): Condition => {
    const ranks = index.ranks(connection, field);
    const low = rankFrom(connection, index, field, instantKey(from ?? null));
    const last = instantKey(to ?? null);
    // The first key after the last one that is included: no text stands between the two.
    const high = last === null ? none : rankFrom(connection, index, field, `${last}\0`);
    return (place) => {
      const value = ranks[place] ?? none;
      return value >= low && value < high;
    };
  };
  const { createdFrom, createdTo, changedSince } = filter;
  if (createdFrom !== undefined || createdTo !== undefined) {
    yield between('createdAt', createdFrom, createdTo);
  }
  if (changedSince !== undefined) yield between('updatedAt', changedSince);
}

/** The rank of a value, `none` for `null`; `undefined` when no row has it. */
function rankOf(
  connection: Connection,
  index: ListIndex,
  field: TenantField,
  value: string | null,
): number | undefined {
  const key = orderings[field].key(value);
  if (key === null) return none;
  const place = index.order(connection, ascending(field))[
    lowerBound(connection, index, field, key)
  ];
  if (place === undefined) return undefined;
  const found = keyAt(connection, index.list, field, place);
  const isSame = found !== null && orderings[field].compare(found, key) === 0;
  return isSame ? index.ranks(connection, field)[place] : undefined;
}

/** The lowest rank whose value is not before `key`; of all values when there is no key. */
function rankFrom(
  connection: Connection,
  index: ListIndex,
  field: TenantField,
  key: string | null,
): number {
  if (key === null) return 0;
  const place = index.order(connection, ascending(field))[
    lowerBound(connection, index, field, key)
  ];
  return place === undefined ? none : (index.ranks(connection, field)[place] ?? none);
}

function lowerBound(
  connection: Connection,
  index: ListIndex,
  field: TenantField,
  key: string,
): number {
  const order = index.order(connection, ascending(field));
  return firstIndex(order.length, (at) => {
    const found = keyAt(connection, index.list, field, order[at] ?? 0);
    return found === null || orderings[field].compare(found, key) >= 0;
  });
}

function ascending(field: TenantField): Sort[] {
  return [{ field, direction: 'ascending' }];
}

function keyAt(connection: Connection, list: number, field: TenantField, place: number) {
  return orderings[field].key(valueAt(connection, list, field, place));
}
