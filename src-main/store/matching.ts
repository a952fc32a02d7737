import type { Filter, Sort } from '../../src-shared/list-tenants.ts';
import type { TenantField } from '../../src-shared/tenant.ts';
import { rowKinds } from './changes.ts';
import { none } from './collation.ts';
import type { Connection } from './connection.ts';
import type { RowIndex } from './row-index.ts';
import { rankOf, ranksBetween, type Span, type TimeField } from './rank-lookup.ts';
import { matches, search } from './word-index.ts';

/** The places of the rows that match, in order. */
export interface Sequence {
  length: number;
  at: (index: number) => number;
  /** How many of them, the first ones, match a search exactly. */
  exact: number;
}

/** One of the conditions of a filter, and what it is about. */
export interface Condition {
  about: 'name' | 'owners' | 'statuses' | 'connectionMethods' | 'created' | 'changed' | 'change';
  holds: (place: number) => boolean;
}

/** A whole list in the order in which it came. */
export function everyPlace(length: number): Sequence {
  return { length, at: (index) => index, exact: 0 };
}

/** @returns every place that matches, in the order asked for. */
export function sequence(
  connection: Connection,
  index: RowIndex,
  { filter, sort }: { filter: Filter; sort: readonly Sort[] },
): Sequence {
  const states = searchStates(connection, index, filter);
  const conditions = conditionsOf(connection, index, filter, states);

  const order = sort.length > 0 ? index.order(connection, sort) : undefined;
  const places = new Uint32Array(index.length);
  let length = 0;
  for (let at = 0; at < index.length; at++) {
    const place = order === undefined ? at : (order[at] ?? 0);
    if (conditions.every(({ holds }) => holds(place))) places[length++] = place;
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

/** By place, how well the row matches the search; `null` where there is none. */
export function searchStates(
  connection: Connection,
  index: RowIndex,
  { name }: Filter,
): Uint8Array | null {
  return name === undefined ? null : search(index.words(connection), name);
}

/** What a filter asks of a row. The rows of a list of those that are gone are all gone. */
export function conditionsOf(
  connection: Connection,
  index: RowIndex,
  filter: Filter,
  states: Uint8Array | null,
): Condition[] {
  const conditions: Condition[] = [];
  const add = (about: Condition['about'], holds: Condition['holds']) => {
    conditions.push({ about, holds });
  };
  const addAmong = (
    about: Condition['about'],
    field: TenantField,
    values: readonly (string | null)[],
  ) => {
    const ranks = index.ranks(connection, field);
    const wanted = new Set(values.map((value) => rankOf(connection, index, field, value)));
    add(about, (place) => wanted.has(ranks[place] ?? none));
  };
  const addBetween = (about: Condition['about'], field: TimeField, span: Span) => {
    if (span.from === undefined && span.to === undefined) return;
    const ranks = index.ranks(connection, field);
    const { low, high } = ranksBetween(connection, index, field, span);
    add(about, (place) => {
      const value = ranks[place] ?? none;
      return value >= low && value < high;
    });
  };
  const { change, ownerId, statuses, connectionMethods } = filter;
  if (states !== null) add('name', (place) => states[place] !== matches.no);
  if (ownerId !== undefined) addAmong('owners', 'ownerId', [ownerId]);
  if (statuses !== undefined) addAmong('statuses', 'status', statuses);
  if (connectionMethods !== undefined) {
    addAmong('connectionMethods', 'connectionMethod', connectionMethods);
  }
  addBetween('created', 'createdAt', { from: filter.createdFrom, to: filter.createdTo });
  addBetween('changed', 'updatedAt', { from: filter.changedSince, to: filter.changedTo });
  if (change !== undefined && change !== 'gone') {
    const kinds = index.kinds(connection);
    add('change', (place) => kinds[place] === rowKinds[change]);
  }
  return conditions;
}
