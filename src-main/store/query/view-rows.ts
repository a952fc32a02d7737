import type { Filter } from '../../../src-shared/list-tenants.ts';
import { findComparedRuns, type ComparedRuns } from '../history/compared-runs.ts';
import { JoinedIndex } from '../index/joined-index.ts';
import { ListIndex } from '../index/list-index.ts';
import type { RowIndex } from '../index/row-index.ts';
import type { AnnotationsOf } from '../annotations/list-annotations.ts';
import type { Connection } from '../sqlite/connection.ts';
import type { IndexedRows } from './compile-filter.ts';
import { getListParts, type ListPart } from './list-parts.ts';
import { ListedChanges } from './listed-changes.ts';
import type { QueryCache } from './query-cache.ts';
import type { HistoricRows } from './tenant-reader.ts';

/** What a view reads from. */
export interface ViewSource {
  connection: Connection;
  cache: QueryCache;
  /** The lists to show as one, in this order. Lists that were never read are left out. */
  listIds: readonly string[];
  annotationsOf: AnnotationsOf;
}

/** The rows that a view can show, before they are filtered by their values. */
export interface ViewRows extends HistoricRows {
  /** Identifies the rows in caches, without what the user has noted about them. */
  versions: string;
  /** Identifies what the user has noted about the rows. */
  ownVersions: string;
  /** When the oldest of the lists was fetched, in ISO 8601. */
  fetchedAt: string;
  /** Opens the index of the rows. It must not be used after the transaction. */
  openIndex: () => IndexedRows;
}

/** Finds the rows of the lists as they are now. @throws AppError `nothing_saved` */
export function findCurrentRows({
  connection,
  cache,
  listIds,
  annotationsOf,
}: ViewSource): ViewRows {
  const parts = getListParts(connection, listIds, { listed: true, gone: false });
  const versions = versionsOf(parts);
  return {
    ...{ parts, versions, changes: null, past: null, annotationsOf },
    ownVersions: ownVersionsOf(parts, annotationsOf),
    fetchedAt: oldest(parts.map(({ fetchedAt }) => fetchedAt)),
    openIndex: () => {
      const index = openIndex(cache, parts, versions);
      const ownWords = () => cache.openOwnWords(index, { parts, versions, annotationsOf });
      return { index, ownWords, changes: null, isShown: () => true };
    },
  };
}

/** Finds the rows among which are those that have changed since a baseline. @throws AppError `nothing_saved` */
export function findChangedRows(
  { connection, cache, listIds, annotationsOf }: ViewSource,
  { change, since = 'lastRefresh' }: Pick<Filter, 'change' | 'since'>,
): ViewRows {
  const parts = getListParts(connection, listIds, {
    listed: change !== 'gone',
    gone: change === 'gone' || change === 'any',
  });
  const runs = runsByList(parts, (listId) => findComparedRuns(connection, listId, since));
  const partVersions = versionsOf(parts);
  const versions = `${partVersions} changes ${spansOf(runs)}`;
  const changes = cache.changes.getOrCreate(
    versions,
    () =>
      new ListedChanges(parts, (part) => {
        const span = runs.get(part.listId);
        if (span === undefined) return null;
        const net = cache.histories.netChanges(connection, part.listId, span);
        return { net, placesOf: (tenants) => cache.placesOf(part, net.log, tenants) };
      }),
  );
  return {
    ...{ parts, versions, changes, past: null, annotationsOf },
    ownVersions: ownVersionsOf(parts, annotationsOf),
    fetchedAt: oldest(parts.map(({ fetchedAt }) => fetchedAt)),
    openIndex: () => {
      const index = openIndex(cache, parts, partVersions);
      const ownWords = () => cache.openOwnWords(index, { parts, versions, annotationsOf });
      return { index, ownWords, changes, isShown: (place) => changes.isShown(place) };
    },
  };
}

/** Finds the runs to compare for each list of some parts. */
function runsByList(
  parts: readonly ListPart[],
  find: (listId: string) => ComparedRuns | null,
): Map<string, ComparedRuns> {
  const runs = new Map<string, ComparedRuns>();
  for (const { listId } of parts) {
    const found = find(listId);
    if (found !== null) runs.set(listId, found);
  }
  return runs;
}

export function versionsOf(parts: readonly ListPart[]): string {
  return parts.map(({ rows, version, length }) => `${rows.id} ${version} ${length}`).join(', ');
}

/** Returns the versions of the annotations and the owners' names of the rows. */
export function ownVersionsOf(parts: readonly ListPart[], annotationsOf: AnnotationsOf): string {
  const lists = parts.map(({ listId }) => annotationsOf(listId));
  return lists.map(({ version, ownerVersion }) => `${version} ${ownerVersion}`).join(', ');
}

export function spansOf(runs: ReadonlyMap<string, ComparedRuns>): string {
  return [...runs.values()].map(({ since, until }) => `${since.runId} ${until.runId}`).join(', ');
}

export function oldest(times: readonly string[]): string {
  return times.toSorted()[0] ?? '';
}

export function openIndex(
  cache: QueryCache,
  parts: readonly ListPart[],
  versions: string,
): RowIndex {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return cache.open(only);
  const caches = cache.joinedIndexOf(versions, parts);
  const indexes = parts.map(
    ({ rows, length }, position) => new ListIndex(rows, length, caches.parts[position]),
  );
  return new JoinedIndex(indexes, caches.joined);
}
