import type { Baseline, SeenMark } from '../../src-shared/changes.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { Filter, ListedRecord } from '../../src-shared/list-tenants.ts';
import type { SavedListStatus } from '../../src-shared/saved-list.ts';
import type { AccountList } from '../accounts/account-list.ts';
import { joinStatuses, offeredLists } from '../store/join-statuses.ts';
import type { ListSnapshot } from '../store/list-snapshot.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { ExportContent } from './add-sheets.ts';
import { noRows, type ExportedRun, type ExportSource } from './export-source.ts';
import type { Batch } from './sheets/row-counter.ts';

/** Which saved rows an export has. */
interface SavedRows {
  filter: Filter;
  /** What the rows are compared with; `undefined` if they are not compared. */
  since: Baseline | undefined;
  /** `some`: one by one. `allExcept`: all that match, except some. Default: all that match. */
  picked?: 'some' | 'allExcept';
}

/**
 * Opens a snapshot of saved lists, together with the status of the lists at that moment: a refresh may complete while
 * the rows are written.
 *
 * @param createContent creates the content from the snapshot. Its `batches` argument turns rows into batches and counts
 * the list's unreadable rows once.
 */
export function openSavedRows(
  store: RecordStore,
  allLists: readonly AccountList[],
  { filter, since, picked }: SavedRows,
  createContent: (
    snapshot: ListSnapshot,
    batches: (read: Iterable<readonly ListedRecord[]>) => Iterable<Batch<ListedRecord>>,
  ) => ExportContent,
): ExportSource {
  // Statuses, moments and snapshot are of the same moment: only this thread writes, and nothing is awaited in between.
  const listIds = offeredLists(
    allLists.map(({ listId }) => listId),
    (listId) => store.status(listId),
  );
  const lists = allLists.filter(({ listId }) => listIds.includes(listId));
  const statuses = listIds.map((listId) => store.status(listId));
  const { state, fetchedAt, tenants } = joinStatuses(statuses);
  if (state === 'none') {
    throw new AppError({ code: 'nothing_saved', message: 'Nothing is saved' });
  }
  const { from, to, shown } = store.comparison(lists, since ?? 'lastRefresh');
  const snapshot = store.snapshot(listIds);
  const unreadableRows = statuses.reduce(
    (sum, { completeRun, interruptedRun }) =>
      sum + ((completeRun ?? interruptedRun)?.unreadableRows ?? 0),
    0,
  );
  function* batches(read: Iterable<readonly ListedRecord[]>): Generator<Batch<ListedRecord>, void> {
    // A row that could not be read cannot have been selected one by one.
    yield { rows: [], unreadableRows: picked === 'some' ? 0 : unreadableRows };
    for (const rows of read) yield { rows, unreadableRows: 0 };
  }
  const listExtent =
    state === 'complete' ? 'complete' : listIds.length === 1 ? 'partial' : 'someAccounts';
  const isNow = filter.asOf === undefined;
  const fetchedByAccount =
    isNow && lists.length > 1
      ? lists.map(({ accountName }, at) => ({
          accountName,
          fetchedAt: statuses[at]?.fetchedAt ?? null,
        }))
      : [];
  const isWhole = picked === undefined && isNow;
  const content = createContent(snapshot, batches);
  const showsList = content.kind === 'tenants' && filter.change === undefined && isNow;
  return {
    content,
    origin: () => ({
      source: 'saved',
      fetchedAt: isNow ? fetchedAt : snapshot.fetchedAt(filter),
      fetchedByAccount,
      // A tenant that is gone is not in the list, and the length of an older list is not known.
      listTotal: showsList ? tenants : null,
      extent: picked === undefined ? listExtent : 'selected',
      filter,
      comparison: since === undefined ? null : { from, to },
    }),
    missingRows: noRows,
    exportedRuns: isWhole ? toExportedRuns(shown, lists, statuses) : [],
    [Symbol.dispose]: () => snapshot[Symbol.dispose](),
  };
}

/** A list that was read only once is not compared: its run is the only one. */
function toExportedRuns(
  shown: readonly SeenMark[],
  lists: readonly AccountList[],
  statuses: readonly SavedListStatus[],
): ExportedRun[] {
  return lists.flatMap(({ listId, accountId }, at) => {
    const compared = shown.find((mark) => mark.accountId === accountId);
    const runId = (compared ?? statuses[at]?.completeRun)?.runId ?? null;
    return runId === null ? [] : [{ listId, runId }];
  });
}
