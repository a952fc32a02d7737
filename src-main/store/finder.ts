import { AppError } from '../../src-shared/errors.ts';
import type { Filter, Sort } from '../../src-shared/list-tenants.ts';
import { rowKinds } from './changes.ts';
import type { Connection } from './connection.ts';
import { ListIndex } from './list-index.ts';
import { everyPlace, sequence, type Sequence } from './matching.ts';
import { listOf } from './rows.ts';
import { getShown } from './saved-lists.ts';

/** How many indexes and orders are kept at hand: a list, what is gone from it, and another account's list. */
const keptIndexes = 3;
const keptSequences = 12;

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

  /**
   * @param connection in a transaction that reads, so that the list and its rows are of one moment.
   * @throws AppError `nothing_saved`
   */
  find(
    connection: Connection,
    accountId: string,
    { filter, sort = [] }: { filter: Filter; sort?: readonly Sort[] | undefined },
  ): Found {
    const shown = getShown(connection, accountId);
    if (shown === null) {
      throw new AppError({ code: 'nothing_saved', message: 'Nothing is saved of this account' });
    }
    const isGone = filter.change === 'gone';
    const list = listOf(shown.record.walk.walkId, isGone ? 'gone' : 'read');
    const length = isGone ? shown.record.changes.gone : shown.tenants;
    const key = JSON.stringify([list, shown.version, filter, sort]);
    let found = this.#sequences.get(key);
    if (found === undefined) {
      const { change, ...conditions } = filter;
      const isFiltered = Object.values(conditions).some((value) => value !== undefined);
      const kind = change === undefined || change === 'gone' ? null : rowKinds[change];
      if (kind === null && !isFiltered && sort.length === 0) {
        found = everyPlace(length);
      } else {
        const index = this.#index(list, length, shown.version);
        const kinds = kind === null ? null : index.kinds(connection);
        found = sequence(connection, index, {
          filter,
          sort,
          kinds: kinds && ((place) => kinds[place] === kind),
        });
      }
    }
    remember(this.#sequences, key, found, keptSequences);
    return { list, sequence: found, fetchedAt: shown.fetchedAt };
  }

  #index(list: number, length: number, version: number): ListIndex {
    const kept = this.#indexes.get(list);
    const isSame = kept?.version === version;
    // A first walk only ever adds rows, so an index of fewer of them can be gone on with.
    const older = kept !== undefined && kept.version < 0 && version < 0 ? kept.index : undefined;
    const index = isSame ? kept.index : new ListIndex(list, length, older);
    remember(this.#indexes, list, { version, index }, keptIndexes);
    return index;
  }
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
