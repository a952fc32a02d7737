import type { ListedTenants } from './query/tenant-reader.ts';
import { ListView, type Query } from './query/list-view.ts';
import type { QueryCache } from './query/query-cache.ts';
import { readRunChanges, type FoundChange } from './runs/changes.ts';
import { findSavedList } from './runs/saved-lists.ts';
import type { Snapshot } from './sqlite/snapshots.ts';

/** How many rows one batch has. */
const batchSize = 200;

interface ListSnapshotParts extends Snapshot {
  cache: QueryCache;
  listIds: readonly string[];
}

/** Some saved lists as they were when the snapshot was created, even while a refresh changes them. */
export class ListSnapshot implements Disposable {
  readonly #parts: ListSnapshotParts;

  constructor(parts: ListSnapshotParts) {
    this.#parts = parts;
  }

  /** Reads all tenants that match, in batches. @throws AppError `nothing_saved` */
  *tenants(query: Query): Generator<ListedTenants, void> {
    yield* new ListView({ ...this.#parts, ...query }).batches(batchSize);
  }

  /**
   * Reads the changes that the last complete full run found, in batches: new and changed tenants in the order of the
   * list, then those that are gone.
   */
  *changes(): Generator<FoundChange[], void> {
    const { connection, listIds } = this.#parts;
    for (const listId of listIds) {
      const saved = findSavedList(connection, listId);
      if (saved === null) continue;
      yield* readRunChanges(connection, { runId: saved.latestRunId, list: saved }, batchSize);
    }
  }

  [Symbol.dispose](): void {
    this.#parts.close();
  }
}
