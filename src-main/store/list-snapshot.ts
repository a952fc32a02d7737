import type { Filter } from '../../src-shared/list-tenants.ts';
import type { AnnotationsOf } from './annotations/list-annotations.ts';
import type { ListedTenants } from './query/tenant-reader.ts';
import { ListView, type Query } from './query/list-view.ts';
import type { QueryCache } from './query/query-cache.ts';
import type { Snapshot } from './sqlite/snapshots.ts';
import { toStoreError } from './sqlite/sqlite-error.ts';

/** How many rows one batch has. */
const batchSize = 200;

interface ListSnapshotParts extends Snapshot {
  cache: QueryCache;
  listIds: readonly string[];
  annotationsOf: AnnotationsOf;
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

  /** Returns when the oldest of the lists that a filter selects was fetched. @throws AppError `nothing_saved` */
  fetchedAt(filter: Filter): string {
    return new ListView({ ...this.#parts, filter }).fetchedAt;
  }

  /** Reads all rows once. @throws AppError `store_unreadable` if the file is damaged, or `nothing_saved`. */
  assertReadable(query: Query): void {
    try {
      for (const _ of this.tenants(query));
    } catch (error) {
      throw toStoreError(error, this.#parts.connection.path);
    }
  }

  [Symbol.dispose](): void {
    this.#parts.close();
  }
}
