import { AppError } from '../../src-shared/errors.ts';
import { dayAt } from '../../src-shared/days.ts';
import type { Facets, Overview } from '../../src-shared/facets.ts';
import type { Filter, Sort } from '../../src-shared/list-tenants.ts';
import type { Connection } from './connection.ts';
import { countFacets, makeOverview, type Today } from './facets.ts';
import { JoinedIndex } from './joined-index.ts';
import { ListIndex } from './list-index.ts';
import { everyPlace, sequence, type Sequence } from './matching.ts';
import type { Part } from './parts.ts';
import type { RowIndex } from './row-index.ts';
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

/** What is asked for in order, as places among the rows of some lists. */
export interface Found {
  parts: readonly Part[];
  sequence: Sequence;
  /** Of the oldest of the lists. */
  fetchedAt: string;
}

/** Finds the rows that match. What was computed for a version of a list is kept while there is room. */
export class Finder {
  readonly #indexes = new Map<number, { version: number; index: ListIndex }>();
  /** Of all accounts, or of what is gone from them. */
  #joined: { key: string; index: JoinedIndex } | null = null;
  readonly #sequences = new Map<string, Sequence>();
  readonly #facets = new Map<string, Facets>();

  /**
   * @param accountIds whose lists are taken as one; those of which nothing is saved are left out.
   * @param connection in a transaction that reads, so that the list and its rows are of one moment.
   * @throws AppError `nothing_saved`
   */
  find(connection: Connection, accountIds: readonly string[], { filter, sort = [] }: Query): Found {
    const parts = wantedLists(connection, accountIds, filter);
    const key = JSON.stringify([versionsOf(parts), filter, sort]);
    const make = () => {
      const { change, ...others } = filter;
      const conditions = [change === 'gone' ? undefined : change, ...Object.values(others)];
      const isFull = conditions.every((value) => value === undefined) && sort.length === 0;
      if (isFull) return everyPlace(parts.reduce((sum, { length }) => sum + length, 0));
      return sequence(connection, this.#index(parts), { filter, sort });
    };
    const [fetchedAt = ''] = parts.map((part) => part.fetchedAt).toSorted();
    return { parts, sequence: recall(this.#sequences, key, keptSequences, make), fetchedAt };
  }

  /** What the list can be filtered by. @throws AppError `nothing_saved` */
  facets(
    connection: Connection,
    accountIds: readonly string[],
    filter: Filter,
    today: Today,
  ): Facets {
    const { now, clock } = today;
    const parts = wantedLists(connection, accountIds, filter);
    const key = JSON.stringify([versionsOf(parts), filter, dayAt(now, clock), clock.name]);
    return recall(this.#facets, key, keptFacets, () =>
      countFacets(connection, this.#index(parts), filter, today),
    );
  }

  /** The list at a glance. @throws AppError `nothing_saved` */
  overview(connection: Connection, accountIds: readonly string[], today: Today): Overview {
    return makeOverview(connection, this.#index(wantedLists(connection, accountIds, {})), today);
  }

  #index(parts: readonly WantedList[]): RowIndex {
    const [first, ...others] = parts;
    if (first !== undefined && others.length === 0) return this.#listIndex(first);
    const key = versionsOf(parts);
    if (this.#joined?.key !== key) {
      this.#joined = { key, index: new JoinedIndex(parts.map((part) => this.#listIndex(part))) };
    }
    return this.#joined.index;
  }

  #listIndex({ list, length, version }: WantedList): ListIndex {
    const kept = this.#indexes.get(list);
    const isSame = kept?.version === version;
    // A first run only ever adds rows, so an index of fewer of them can be gone on with.
    const older = kept !== undefined && kept.version < 0 && version < 0 ? kept.index : undefined;
    const index = isSame ? kept.index : new ListIndex(list, length, older);
    remember(this.#indexes, list, { version, index }, keptIndexes);
    return index;
  }
}

/** Which rows of an account a filter is about, and which version of them. */
interface WantedList extends Part {
  version: number;
  fetchedAt: string;
}

function wantedLists(
  connection: Connection,
  accountIds: readonly string[],
  { change }: Filter,
): WantedList[] {
  const isGone = change === 'gone';
  const lists = accountIds.flatMap((accountId) => {
    const shown = getShown(connection, accountId);
    if (shown === null) return [];
    const { record, tenants, version, fetchedAt } = shown;
    const list = listOf(record.run.runId, isGone ? 'gone' : 'read');
    const length = isGone ? record.changes.gone : tenants;
    return [{ accountId, list, length, version, fetchedAt }];
  });
  if (lists.length === 0) {
    throw new AppError({ code: 'nothing_saved', message: 'Nothing is saved' });
  }
  return lists;
}

function versionsOf(lists: readonly WantedList[]): string {
  return lists.map(({ list, version }) => `${list} ${version}`).join(', ');
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
