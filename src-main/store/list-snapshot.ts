import type { Tenant } from '../../src-shared/tenant.ts';
import { Snapshot } from './connection.ts';
import type { Finder, Query } from './finder.ts';
import { walkChanges, type FoundChange } from './history.ts';
import { readAll } from './paging.ts';
import { getSavedList } from './saved-lists.ts';

/** Rows are handed to an export in batches of so many. */
const batch = 200;

interface Parts {
  path: string;
  busyMilliseconds: number;
  finder: Finder;
  accountId: string;
}

/** One account's list as it was when this was made, whatever a refresh does meanwhile. To be closed when it was read. */
export class ListSnapshot implements Disposable {
  readonly #parts: Parts;
  readonly #snapshot: Snapshot;
  readonly #saved: ReturnType<typeof getSavedList>;

  /** @throws AppError */
  constructor(parts: Parts) {
    this.#parts = parts;
    this.#snapshot = new Snapshot(parts.path, parts.busyMilliseconds);
    // SQLite looks at the file for good when it is first asked.
    this.#saved = getSavedList(this.#snapshot.connection, parts.accountId);
  }

  /** All that match, in order, in batches. @throws AppError `nothing_saved` */
  *tenants(query: Query): Generator<Tenant[], void> {
    const { finder, accountId } = this.#parts;
    const { connection } = this.#snapshot;
    yield* readAll(connection, finder.find(connection, [accountId], query), batch);
  }

  /**
   * What the last complete walk found, in batches: new and changed tenants as they are, in the list's order, then those
   * that are gone as they last were.
   */
  *changes(): Generator<FoundChange[], void> {
    const { connection } = this.#snapshot;
    if (this.#saved !== null) yield* walkChanges(connection, this.#saved.walkId, batch);
  }

  [Symbol.dispose](): void {
    this.#snapshot[Symbol.dispose]();
  }
}
