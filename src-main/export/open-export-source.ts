import type { Baseline } from '../../src-shared/changes.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { ExportScope } from '../../src-shared/export-tenants.ts';
import type { Filter, ListedTenant } from '../../src-shared/list-tenants.ts';
import { tenantKey } from '../../src-shared/tenant-key.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import type { Clock } from '../../src-shared/time-zone.ts';
import type { AccountList } from '../accounts/account-list.ts';
import type { PageBody } from '../etelecom/client.ts';
import { readAllPages } from '../etelecom/read-all-pages.ts';
import { parseAnswer } from '../etelecom/wire.ts';
import type { MainCalls, MeasureExportRequest } from '../lists/calls.ts';
import type { AnnotationsOf } from '../store/annotations/list-annotations.ts';
import { addAnnotation } from '../store/query/annotation-values.ts';
import type { TenantStore } from '../store/tenant-store.ts';
import { noRows, unknownList, type ExportSource } from './export-source.ts';
import { openSavedRows } from './open-saved-rows.ts';
import type { Batch } from './sheets/row-counter.ts';
import { accountAdder, SelectedRows } from './selected-rows.ts';

type AllScope = Extract<ExportScope, { kind: 'all' }>;

interface Parts {
  /** @throws AppError if the database could not be opened. A live export does not need the store. */
  store: () => TenantStore;
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
  { store, annotationsOf, fetchPage, clock }: Parts,
): ExportSource {
  const addAccounts = accountAdder(lists, showsAllAccounts);
  const hasOwnerNames = lists.some(({ listId }) => annotationsOf(listId).ownerNames.size > 0);
  switch (scope.kind) {
    case 'page':
    case 'selected': {
      const { kind, tenants, source = null, fetchedAt = null } = scope;
      return {
        content: {
          kind: 'tenants',
          batches: batchesOf(tenants, annotationAdder(lists, annotationsOf)),
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
        batches: batches(
          snapshot.tenants({ filter, sort }).map((listed) => selected.take(addAccounts(listed))),
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
        batches: batches(snapshot.tenants(query).map(addAccounts)),
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
        return openLiveRows(lists, scope, { fetchPage, annotationsOf, hasOwnerNames });
      }
      const withChanges = options.withChanges && filter.asOf === undefined;
      const since = baselineOf(filter) ?? (withChanges ? changesSince : undefined);
      const isIncluded = inclusionTest(scope);
      const rows = { filter, since, ...(except && ({ picked: 'allExcept' } as const)) };
      return openSavedRows(store(), lists, rows, (snapshot, batches) => ({
        kind: 'tenants',
        batches: batches(
          snapshot
            .tenants({ filter, sort })
            .map((listed) => addAccounts(listed).filter(isIncluded)),
        ),
        hasChange: filter.change !== undefined,
        hasOwnerNames,
        notFound: valuesNotFound(store(), lists, filter),
        ...(withChanges && {
          changes: snapshot.tenants({ filter: { change: 'any', since } }).map(addAccounts),
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
function inclusionTest({ except }: AllScope): (tenant: Tenant) => boolean {
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
  store: TenantStore,
  lists: readonly AccountList[],
  { matching, change, asOf }: Filter,
): string[] {
  if (matching === undefined || change !== undefined || asOf !== undefined) return [];
  return store.matchValues(
    lists.map(({ listId }) => listId),
    matching,
  ).notFound;
}

/** Returns a function that adds annotations to the rows of a request. Only rows of all accounts name their account. */
function annotationAdder(
  lists: readonly AccountList[],
  annotationsOf: AnnotationsOf,
): (tenant: Tenant) => ListedTenant {
  const [first] = lists;
  return (tenant) => {
    const { accountId } = tenant;
    const list =
      accountId === undefined ? first : lists.find((each) => each.accountId === accountId);
    return list === undefined ? tenant : addAnnotation(tenant, annotationsOf(list.listId));
  };
}

/** Yields rows in batches, so that the thread can do other work between two batches. */
function* batchesOf(
  tenants: readonly Tenant[],
  annotate: (tenant: Tenant) => ListedTenant,
): Generator<Batch<ListedTenant>> {
  for (let start = 0; start < tenants.length; start += 500) {
    yield { rows: tenants.slice(start, start + 500).map(annotate), unreadableRows: 0 };
  }
}

type LiveParts = Pick<Parts, 'fetchPage' | 'annotationsOf'> & { hasOwnerNames: boolean };

function openLiveRows(
  [list]: readonly AccountList[],
  scope: AllScope,
  { fetchPage, annotationsOf, hasOwnerNames }: LiveParts,
): ExportSource {
  if (list === undefined) {
    throw new AppError({ code: 'not_connected', message: 'There is no such account' });
  }
  const { listId } = list;
  const annotations = annotationsOf(listId);
  const { filter, sort } = scope;
  const isIncluded = inclusionTest(scope);
  const pages = readAllPages(async (paging) => {
    const body = await fetchPage({ listId, filter, paging, ...(sort && { sort }) });
    return { ...parseAnswer(body, { mustBeWhole: true }), bytes: body.length };
  });
  async function* batches() {
    for await (const { tenants, unreadableRows } of pages) {
      const rows = tenants.filter(isIncluded);
      yield { rows: rows.map((tenant) => addAnnotation(tenant, annotations)), unreadableRows };
    }
  }
  return {
    content: { kind: 'tenants', batches: batches(), hasOwnerNames },
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
