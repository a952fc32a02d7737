import type { Baseline } from '../../src-shared/changes.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { ExportScope } from '../../src-shared/export-tenants.ts';
import type { Filter, ListedRecord } from '../../src-shared/list-tenants.ts';
import { tenantKey } from '../../src-shared/tenant-key.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import type { Clock } from '../../src-shared/time-zone.ts';
import type { AccountList } from '../accounts/account-list.ts';
import { recordsOf } from '../list-ids.ts';
import type { PageBody } from '../etelecom/client.ts';
import { readAllPages } from '../etelecom/read-all-pages.ts';
import { parseAnswer } from '../etelecom/wire.ts';
import type { MainCalls, MeasureExportRequest } from '../lists/calls.ts';
import type { OwnerHotlines } from '../store/owner-hotlines.ts';
import type { AnnotationsOf } from '../store/annotations/list-annotations.ts';
import type { RecordStore } from '../store/record-store.ts';
import { noRows, unknownList, type ExportSource } from './export-source.ts';
import type { OpenedHotlines } from './open-hotlines.ts';
import { openSavedRows } from './open-saved-rows.ts';
import type { Batch } from './sheets/row-counter.ts';
import { accountAdder, rowCompleter, savedRowCompleter } from './row-completers.ts';
import { SelectedRows } from './selected-rows.ts';

type AllScope = Extract<ExportScope, { kind: 'all' }>;

interface Parts {
  /** Returns the store that has the lists. A live export does not need it. @throws AppError if it could not be opened. */
  store: () => RecordStore;
  /** For a sheet of hotlines; `null` if there is none. */
  hotlines: Pick<OpenedHotlines, 'rows'> | null;
  ownerHotlines: OwnerHotlines;
  annotationsOf: AnnotationsOf;
  fetchPage: (request: MainCalls['fetchPage']['request']) => Promise<PageBody>;
  /** Months begin and end on this clock. */
  clock: Clock;
}

/**
 * Opens the rows that an export's scope names.
 *
 * @throws AppError `nothing_saved`, `not_connected`, or what the store throws.
 */
export function openExportSource(
  { scope, options, lists, showsAllAccounts }: MeasureExportRequest,
  { store, hotlines, ownerHotlines, annotationsOf, fetchPage, clock }: Parts,
): ExportSource {
  const records = recordsOf(lists[0]?.listId ?? '');
  const complete = options.columns.includes('hotlines')
    ? savedRowCompleter(lists, { showsAllAccounts, ownerHotlines })
    : accountAdder(lists, showsAllAccounts);
  const hasOwnerNames = lists.some(({ listId }) => annotationsOf(listId).ownerNames.size > 0);
  switch (scope.kind) {
    case 'page':
    case 'selected': {
      const { kind, tenants, source = null, fetchedAt = null } = scope;
      return {
        content: {
          kind: 'tenants',
          records,
          batches: batchesOf(tenants, rowCompleter(lists, { annotationsOf, ownerHotlines })),
          hasOwnerNames,
        },
        origin: () => ({ ...unknownList, source, fetchedAt, extent: kind, filter: {} }),
        missingRows: noRows,
        exportedRuns: [],
        [Symbol.dispose]: disposeNothing,
      };
    }
    case 'selectedSaved': {
      const { keys, filter, sort } = scope;
      const selected = new SelectedRows(keys);
      const rows = { filter, since: baselineOf(filter), picked: 'some' } as const;
      const source = openSavedRows(store(), lists, rows, (snapshot, batches) => ({
        kind: 'tenants',
        records,
        batches: batches(
          snapshot.tenants({ filter, sort }).map((listed) => selected.take(complete(listed))),
        ),
        hasChange: filter.change !== undefined,
        hasOwnerNames,
      }));
      return { ...source, missingRows: () => selected.missing().length };
    }
    case 'changes': {
      const { filter, since, sort } = scope;
      const query = { filter: { ...filter, change: filter.change ?? 'any', since }, sort };
      return openSavedRows(store(), lists, { filter, since }, (snapshot, batches) => ({
        kind: 'changes',
        records,
        batches: batches(snapshot.tenants(query).map(complete)),
        hasOwnerNames,
      }));
    }
    case 'overview': {
      const { filter } = scope;
      const overview = store().overview(lists, filter, clock);
      const rows = { filter, since: undefined };
      const content = { kind: 'overview', overview } as const;
      return { ...openSavedRows(store(), lists, rows, () => content), exportedRuns: [] };
    }
    case 'all': {
      const { source, filter, sort, except, changesSince = 'lastRefresh' } = scope;
      if (source === 'live') {
        return openLiveRows(lists, scope, {
          ...{ fetchPage, annotationsOf, ownerHotlines, hasOwnerNames },
        });
      }
      const withChanges = options.withChanges && filter.asOf === undefined;
      const since = baselineOf(filter) ?? (withChanges ? changesSince : undefined);
      const isIncluded = inclusionTest(scope);
      const rows = { filter, since, ...(except && ({ picked: 'allExcept' } as const)) };
      return openSavedRows(store(), lists, rows, (snapshot, batches) => ({
        kind: 'tenants',
        records,
        batches: batches(
          snapshot.tenants({ filter, sort }).map((listed) => complete(listed).filter(isIncluded)),
        ),
        hasChange: filter.change !== undefined,
        hasOwnerNames,
        notFound: valuesNotFound(store(), lists, filter),
        ...(hotlines && { hotlines: hotlines.rows }),
        ...(withChanges && {
          changes: snapshot.tenants({ filter: { change: 'any', since } }).map(complete),
        }),
      }));
    }
  }
}

/** Returns the baseline of a filter's changes; `undefined` if the filter does not ask for changes. */
function baselineOf({ change, since = 'lastRefresh' }: Filter): Baseline | undefined {
  return change === undefined ? undefined : since;
}

/** Returns a test for the tenants that the user did not take out of the selection. */
function inclusionTest({ except }: AllScope): (tenant: ListRecord) => boolean {
  const excluded = new Set(except);
  return (tenant) => !excluded.has(tenantKey(tenant));
}

function disposeNothing(): void {
  // Rows in memory and live rows hold no snapshot of the database.
}

/**
 * Returns the values of the filter that no tenant has. Returns none for changes and older lists, because only the
 * current list is searched.
 */
function valuesNotFound(
  store: RecordStore,
  lists: readonly AccountList[],
  { matching, change, asOf }: Filter,
): string[] {
  if (matching === undefined || change !== undefined || asOf !== undefined) return [];
  return store.matchValues(
    lists.map(({ listId }) => listId),
    matching,
  ).notFound;
}

/** Yields rows in batches, so that the thread can do other work between two batches. */
function* batchesOf(
  tenants: readonly ListRecord[],
  complete: (tenants: readonly ListRecord[]) => ListedRecord[],
): Generator<Batch<ListedRecord>> {
  for (let start = 0; start < tenants.length; start += 500) {
    yield { rows: complete(tenants.slice(start, start + 500)), unreadableRows: 0 };
  }
}

type LiveParts = Pick<Parts, 'fetchPage' | 'annotationsOf' | 'ownerHotlines'> & {
  hasOwnerNames: boolean;
};

function openLiveRows(
  [list]: readonly AccountList[],
  scope: AllScope,
  { hasOwnerNames, ...parts }: LiveParts,
): ExportSource {
  if (list === undefined) {
    throw new AppError({ code: 'not_connected', message: 'There is no such account' });
  }
  const { listId } = list;
  const complete = rowCompleter([list], parts);
  const { filter, sort } = scope;
  const isIncluded = inclusionTest(scope);
  const pages = readAllPages(async (paging) => {
    const body = await parts.fetchPage({ listId, filter, paging, ...(sort && { sort }) });
    return { ...parseAnswer(body, { mustBeWhole: true }), bytes: body.length };
  });
  async function* batches() {
    for await (const { tenants, unreadableRows } of pages) {
      const rows = tenants.filter(isIncluded);
      yield { rows: complete(rows), unreadableRows };
    }
  }
  return {
    content: { kind: 'tenants', records: 'tenants', batches: batches(), hasOwnerNames },
    origin: () => ({
      ...unknownList,
      source: 'live',
      fetchedAt: new Date().toISOString(),
      extent: scope.except === undefined ? 'complete' : 'selected',
      filter,
    }),
    missingRows: noRows,
    exportedRuns: [],
    [Symbol.dispose]: disposeNothing,
  };
}
