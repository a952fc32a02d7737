import { AppError } from '../../src-shared/errors.ts';
import { dayAt } from '../../src-shared/days.ts';
import type { Facets, Overview } from '../../src-shared/facets.ts';
import type { Filter, Sort } from '../../src-shared/list-tenants.ts';
import type { Connection } from './connection.ts';
import { countFacets, makeOverview, type Today } from './facets.ts';
import { ListIndex } from './list-index.ts';
import { everyPlace, sequence, type Sequence } from './matching.ts';
import { listOf } from './rows.ts';
import { getShown } from './saved-lists.ts';

/** How many indexes and orders are kept at hand: a list, what is gone from it, and another account's list. */
const keptIndexes = 3;
const keptSequences = 12;
const keptFacets = 12;

/** Which rows are wanted, in which order; without `sort`, in that of their arrival. */
export interface Query {
  filter: Filter;
  sort?: readonly Sort[] | undefined;
}

/** What is asked for in order, as places in a list of rows. */
export interface Found {
  list: number;
  sequence: Sequence;
  fetchedAt: string;
}

/** Finds the rows that match. What was computed for a version of a list is kept while there is room. */
export class Finder {
  readonly #indexes = new Map<number, { version: number; index: ListIndex }>();
  readonly #sequences = new Map<string, Sequence>();
  readonly #facets = new Map<string, Facets>();

  /**
   * @param connection in a transaction that reads, so that the list and its rows are of one moment.
   * @throws AppError `nothing_saved`
   */
  find(connection: Connection, accountId: string, { filter, sort = [] }: Query): Found {
    const wanted = wantedList(connection, accountId, filter);
    const { list, length, version, fetchedAt } = wanted;
    const key = JSON.stringify([list, version, filter, sort]);
    const make = () => {
      const { change, ...others } = filter;
      const conditions = [change === 'gone' ? undefined : change, ...Object.values(others)];
      const isWhole = conditions.every((value) => value === undefined) && sort.length === 0;
      if (isWhole) return everyPlace(length);
      return sequence(connection, this.#index(wanted), { filter, sort });
    };
    return { list, sequence: recall(this.#sequences, key, keptSequences, make), fetchedAt };
  }

  /** What the list can be filtered by. @throws AppError `nothing_saved` */
  facets(connection: Connection, accountId: string, filter: Filter, today: Today): Facets {
    const { now, clock } = today;
    const wanted = wantedList(connection, accountId, filter);
    const day = dayAt(now, clock);
    const key = JSON.stringify([wanted.list, wanted.version, filter, day, clock.name]);
    return recall(this.#facets, key, keptFacets, () =>
      countFacets(connection, this.#index(wanted), filter, today),
    );
  }

  /** The list at a glance. @throws AppError `nothing_saved` */
  overview(connection: Connection, accountId: string, today: Today): Overview {
    return makeOverview(connection, this.#index(wantedList(connection, accountId, {})), today);
  }

  #index({ list, length, version }: WantedList): ListIndex {
    const kept = this.#indexes.get(list);
    const isSame = kept?.version === version;
    // A first walk only ever adds rows, so an index of fewer of them can be gone on with.
    const older = kept !== undefined && kept.version < 0 && version < 0 ? kept.index : undefined;
    const index = isSame ? kept.index : new ListIndex(list, length, older);
    remember(this.#indexes, list, { version, index }, keptIndexes);
    return index;
  }
}

/** Which rows of an account a filter is about, and which version of them. */
interface WantedList {
  list: number;
  length: number;
  version: number;
  fetchedAt: string;
}

function wantedList(connection: Connection, accountId: string, { change }: Filter): WantedList {
  const shown = getShown(connection, accountId);
  if (shown === null) {
    throw new AppError({ code: 'nothing_saved', message: 'Nothing is saved of this account' });
  }
  const { record, tenants, version, fetchedAt } = shown;
  const isGone = change === 'gone';
  const list = listOf(record.walk.walkId, isGone ? 'gone' : 'read');
  return { list, length: isGone ? record.changes.gone : tenants, version, fetchedAt };
}

/** What is kept under `key`, or what `make` makes. */
function recall<Key, Value>(
  map: Map<Key, Value>,
  key: Key,
  kept: number,
  make: () => Value,
): Value {
  const value = map.get(key) ?? make();
  remember(map, key, value, kept);
  return value;
}

/** Puts a value last, and forgets those that were not asked for the longest. */
function remember<Key, Value>(map: Map<Key, Value>, key: Key, value: Value, kept: number): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= kept) return;
    map.delete(oldest);
  }
}
