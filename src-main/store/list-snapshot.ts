import type { AnnotationsOf } from './annotations/list-annotations.ts';
import type { ListedTenants } from './query/tenant-reader.ts';
import { ListView, type Query } from './query/list-view.ts';
import type { QueryCache } from './query/query-cache.ts';
import type { Snapshot } from './sqlite/snapshots.ts';

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

  [Symbol.dispose](): void {
    this.#parts.close();
  }
}
