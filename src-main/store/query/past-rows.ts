import type { RecordField } from '../../../src-shared/list-record.ts';
import type { ChangeLog } from '../history/change-log.ts';
import { findPastRuns, toSpan } from '../history/compared-runs.ts';
import { IndexCache } from '../index/index-cache.ts';
import { PastIndex, type PastCaches } from '../index/past-index.ts';
import { rankPastValues, type PastRanks } from '../index/past-ranks.ts';
import { PastWords } from '../index/past-words.ts';
import type { RowIndex } from '../index/row-index.ts';
import { getListParts } from './list-parts.ts';
import { PastList } from './past-list.ts';
import type { QueryCache } from './query-cache.ts';
import {
  oldest,
  openIndex,
  ownVersionsOf,
  spansOf,
  versionsOf,
  type ViewRows,
  type ViewSource,
} from './view-rows.ts';

/**
 * Finds the rows of the lists as they were at a time. Lists that were not read to their end are left out.
 *
 * @throws AppError `nothing_saved`
 */
export function findPastRows(
  { connection, cache, listIds, annotationsOf }: ViewSource,
  time: string,
): ViewRows {
  const runs = new Map(
    listIds.flatMap((listId) => {
      const found = findPastRuns(connection, listId, time);
      return found === null ? [] : [[listId, found]];
    }),
  );
  const parts = getListParts(connection, [...runs.keys()], { listed: true, gone: true });
  const partVersions = versionsOf(parts);
  const versions = `${partVersions} as of ${spansOf(runs)}`;
  const logs = new Map(
    [...runs].map(([listId, span]) => [listId, cache.histories.log(connection, listId, span)]),
  );
  const { past, indexCache } = cache.pasts.getOrCreate(versions, () => ({
    indexCache: new IndexCache(),
    past: new PastList(parts, (part) => {
      const [span, log] = [runs.get(part.listId), logs.get(part.listId)];
      if (span === undefined || log === undefined) throw new Error('A list has no history');
      return { log, span: toSpan(span), places: cache.tenantPlaces(part, log) };
    }),
  }));
  const openPastIndex = () => {
    const now = openIndex(cache, parts, partVersions);
    const common = openPastCaches(cache, partVersions, [...logs.values()], now);
    return new PastIndex({ now, past: past.values, common }, indexCache);
  };
  return {
    ...{ parts, versions, changes: null, past, annotationsOf },
    ownVersions: ownVersionsOf(parts, annotationsOf),
    fetchedAt: oldest([...runs.values()].map(({ since }) => since.endedAt)),
    openIndex: () => {
      const index = openPastIndex();
      const ownWords = () => cache.openOwnWords(index, { parts, versions, annotationsOf });
      return { index, ownWords, changes: null, isShown: (place) => past.isShown(place) };
    },
  };
}

/** Returns what is cached for the indexes of all earlier moments of some lists. */
function openPastCaches(
  cache: QueryCache,
  partVersions: string,
  logs: readonly ChangeLog[],
  now: RowIndex,
): PastCaches {
  const logNames = logs.map(({ name, length }) => `${name} ${length}`);
  const { ranks, words } = cache.pastCaches.getOrCreate(
    JSON.stringify([partVersions, logNames]),
    () => ({ ranks: new Map<RecordField, PastRanks>(), words: new PastWords() }),
  );
  const ranksOf = (field: RecordField) => {
    let found = ranks.get(field);
    if (found === undefined) {
      const values = new Set(logs.flatMap((log) => [...log.pastValues(field)]));
      found = rankPastValues(now, field, [...values]);
      ranks.set(field, found);
    }
    return found;
  };
  return { ranks: ranksOf, words };
}
