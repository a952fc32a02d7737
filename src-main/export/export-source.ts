import { AppError } from '../../src-shared/errors.ts';
import type { ExportScope, SelectedTenants } from '../../src-shared/export-tenants.ts';
import { tenantKey } from '../../src-shared/tenant-key.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import type { PageBody } from '../etelecom/client.ts';
import { readAllPages } from '../etelecom/read-all-pages.ts';
import { parseAnswer } from '../etelecom/wire.ts';
import type { MainCalls, WriteExportRequest } from '../lists/calls.ts';
import { joinStatuses } from '../store/join-statuses.ts';
import type { ListSnapshot } from '../store/list-snapshot.ts';
import type { TenantStore } from '../store/tenant-store.ts';
import type { ExportOrigin } from './sheets/info-sheet.ts';
import { accountAdder, SelectedRows, type ListedTenants } from './selected-rows.ts';
import type { Batch, ExportContent } from './write-export.ts';

type AllScope = Extract<ExportScope, { kind: 'all' }>;

/** The rows of an export and where they come from. Must be disposed after writing. */
export interface ExportSource extends Disposable {
  content: ExportContent;
  /** Call it once the rows are read. */
  origin: () => Pick<ExportOrigin, 'source' | 'fetchedAt' | 'extent' | 'filter'>;
  /** Returns how many selected rows are no longer in the saved list. Call it once the rows are read. */
  missingRows: () => number;
}

interface Parts {
  /** @throws AppError if the database could not be opened. A live export does not need the store. */
  store: () => TenantStore;
  fetchPage: (request: MainCalls['fetchPage']['request']) => Promise<PageBody>;
}

/**
 * Opens the rows that an export's scope names.
 *
 * @throws AppError `nothing_saved`, `not_connected`, or what the store throws.
 */
export function openExportSource(
  { scope, options, lists, showsAllAccounts }: WriteExportRequest,
  { store, fetchPage }: Parts,
): ExportSource {
  const listIds = lists.map(({ listId }) => listId);
  switch (scope.kind) {
    case 'page':
    case 'selected': {
      const { kind, tenants, source = null, fetchedAt = null } = scope;
      return {
        content: { kind: 'tenants', batches: batchesOf(tenants) },
        origin: () => ({ source, fetchedAt, extent: kind, filter: {} }),
        missingRows: noRows,
        [Symbol.dispose]: disposeNothing,
      };
    }
    case 'selectedSaved': {
      const { keys, filter, sort } = scope;
      const selected = new SelectedRows(keys);
      const tenantsOf = accountAdder(lists, showsAllAccounts);
      const source = openSavedRows(store(), listIds, scope, (snapshot, batches) => ({
        kind: 'tenants',
        batches: batches(
          snapshot
            .tenants({ filter, ...(sort && { sort }) })
            .map((listed) => selected.take(tenantsOf(listed))),
        ),
      }));
      return { ...source, missingRows: () => selected.missing().length };
    }
    case 'changes':
      return openSavedRows(store(), listIds, { filter: {} }, (snapshot, batches) => ({
        kind: 'changes',
        batches: batches(snapshot.changes()),
      }));
    case 'overview':
      throw new Error('Not built');
    case 'all': {
      if (scope.source === 'live') return openLiveRows(listIds, scope, fetchPage);
      const { filter, sort } = scope;
      const isIncluded = inclusionTest(scope);
      const tenantsOf = accountAdder(lists, showsAllAccounts);
      const included = (listed: ListedTenants) => tenantsOf(listed).filter(isIncluded);
      return openSavedRows(store(), listIds, scope, (snapshot, batches) => ({
        kind: 'tenants',
        batches: batches(snapshot.tenants({ filter, ...(sort && { sort }) }).map(included)),
        ...(options.withChanges && !showsAllAccounts && { changes: snapshot.changes() }),
      }));
    }
  }
}

/** Returns a test for the tenants that the user did not take out of the selection. */
function inclusionTest({ except }: AllScope): (tenant: Tenant) => boolean {
  const excluded = new Set(except);
  return (tenant) => !excluded.has(tenantKey(tenant));
}

function noRows(): number {
  return 0;
}

function disposeNothing(): void {
  // Rows in memory and live rows hold no snapshot of the database.
}

/** Yields rows in batches, so that the thread can do other work between two batches. */
function* batchesOf(tenants: readonly Tenant[]): Generator<Batch<Tenant>> {
  for (let start = 0; start < tenants.length; start += 500) {
    yield { rows: tenants.slice(start, start + 500), unreadableRows: 0 };
  }
}

/**
 * Opens a snapshot of saved lists, together with the status of the lists at that moment: a refresh may complete while
 * the rows are written.
 *
 * @param createContent creates the content from the snapshot. Its `batches` argument turns rows into batches and counts
 * the list's unreadable rows once.
 */
function openSavedRows(
  store: TenantStore,
  listIds: readonly string[],
  scope: Pick<AllScope, 'filter' | 'except'> | SelectedTenants,
  createContent: (
    snapshot: ListSnapshot,
    batches: <Row>(read: Iterable<readonly Row[]>) => Iterable<Batch<Row>>,
  ) => ExportContent,
): ExportSource {
  // Statuses and snapshot are of the same moment: only this thread writes, and nothing is awaited in between.
  const statuses = listIds.map((listId) => store.status(listId));
  const snapshot = store.snapshot(listIds);
  const { state, fetchedAt } = joinStatuses(statuses);
  if (state === 'none') {
    snapshot[Symbol.dispose]();
    throw new AppError({ code: 'nothing_saved', message: 'Nothing is saved' });
  }
  const unreadableRows = statuses.reduce(
    (sum, { completeRun, interruptedRun }) =>
      sum + ((completeRun ?? interruptedRun)?.unreadableRows ?? 0),
    0,
  );
  function* batches<Row>(read: Iterable<readonly Row[]>): Generator<Batch<Row>> {
    // A row that could not be read cannot have been selected one by one.
    yield { rows: [], unreadableRows: 'keys' in scope ? 0 : unreadableRows };
    for (const rows of read) yield { rows, unreadableRows: 0 };
  }
  const listExtent =
    state === 'complete' ? 'complete' : listIds.length === 1 ? 'partial' : 'someAccounts';
  const isSelection = 'keys' in scope || scope.except !== undefined;
  const extent = isSelection ? 'selected' : listExtent;
  return {
    content: createContent(snapshot, batches),
    origin: () => ({ source: 'saved', fetchedAt, extent, filter: scope.filter }),
    missingRows: noRows,
    [Symbol.dispose]: () => snapshot[Symbol.dispose](),
  };
}

function openLiveRows(
  [listId]: readonly string[],
  scope: AllScope,
  fetchPage: Parts['fetchPage'],
): ExportSource {
  if (listId === undefined) {
    throw new AppError({ code: 'not_connected', message: 'There is no such account' });
  }
  const { filter, sort } = scope;
  const isIncluded = inclusionTest(scope);
  const pages = readAllPages(async (paging) => {
    const body = await fetchPage({ listId, filter, paging, ...(sort && { sort }) });
    return { ...parseAnswer(body, { mustBeWhole: true }), bytes: body.length };
  });
  async function* batches() {
    for await (const { tenants, unreadableRows } of pages) {
      yield { rows: tenants.filter(isIncluded), unreadableRows };
    }
  }
  return {
    content: { kind: 'tenants', batches: batches() },
    origin: () => ({
      source: 'live',
      fetchedAt: new Date().toISOString(),
      extent: scope.except === undefined ? 'complete' : 'selected',
      filter,
    }),
    missingRows: noRows,
    [Symbol.dispose]: disposeNothing,
  };
}
