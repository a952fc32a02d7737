import type { Tenant } from '../../src-shared/tenant.ts';
import { Snapshot } from './connection.ts';
import type { Finder, Query } from './finder.ts';
import { runChanges, type FoundChange } from './history.ts';
import { readAll } from './paging.ts';
import { getSavedList } from './saved-lists.ts';

/** Rows are handed to an export in batches of so many. */
const batch = 200;

interface Parts {
  path: string;
  busyMilliseconds: number;
  finder: Finder;
  accountIds: readonly string[];
}

/** The lists of some accounts as they were when this was made, whatever a refresh does meanwhile. To be closed when it was read. */
export class ListSnapshot implements Disposable {
  readonly #parts: Parts;
  readonly #snapshot: Snapshot;
  readonly #runIds: readonly number[];

  /** @throws AppError */
  constructor(parts: Parts) {
    this.#parts = parts;
    this.#snapshot = new Snapshot(parts.path, parts.busyMilliseconds);
    // SQLite looks at the file for good when it is first asked.
    this.#runIds = parts.accountIds.flatMap(
      (accountId) => getSavedList(this.#snapshot.connection, accountId)?.runId ?? [],
    );
  }

  /** All that match, in order, in batches, with the account of each. @throws AppError `nothing_saved` */
  *tenants(query: Query): Generator<{ tenants: Tenant[]; accountIds: string[] }, void> {
    const { finder, accountIds } = this.#parts;
    const { connection } = this.#snapshot;
    yield* readAll(connection, finder.find(connection, accountIds, query), batch);
  }

  /**
   * What the last complete run found, in batches: new and changed tenants as they are, in the list's order, then those
   * that are gone as they last were.
   */
  *changes(): Generator<FoundChange[], void> {
    const { connection } = this.#snapshot;
    for (const runId of this.#runIds) yield* runChanges(connection, runId, batch);
  }

  [Symbol.dispose](): void {
    this.#snapshot[Symbol.dispose]();
  }
}
