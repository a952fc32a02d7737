import { AppError } from '../../src-shared/errors.ts';
import type { ExportScope } from '../../src-shared/export-tenants.ts';
import { tenantKey } from '../../src-shared/tenant-key.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import type { Credentials, EtelecomClient } from '../etelecom/client.ts';
import { readAllPages } from '../etelecom/read-all-pages.ts';
import type { ExportOrigin } from '../export/sheets/info-sheet.ts';
import type { Batch, ExportContent } from '../export/write-export.ts';
import { joinStatuses } from '../store/join-statuses.ts';
import type { ListSnapshot } from '../store/list-snapshot.ts';
import type { TenantStore } from '../store/tenant-store.ts';
import type { ExportedList, WriteExportRequest } from './calls.ts';

type AllScope = Extract<ExportScope, { kind: 'all' }>;

type Origin = Pick<ExportOrigin, 'source' | 'fetchedAt' | 'extent' | 'filter'>;

/** What goes into a sheet, and where it is from. To be closed when it was written. */
export interface ExportSource extends Disposable {
  content: ExportContent;
  /** Known when the rows are read. */
  origin: () => Origin;
}

interface Parts {
  /** @throws AppError when the saved list could not be opened; a live export does not need it. */
  store: () => TenantStore;
  client: EtelecomClient;
  signal: AbortSignal;
}

/** @throws AppError `nothing_saved`, `not_connected`, or what the store throws. */
export function exportSource(
  { scope, options, lists, showsAllAccounts, credentials }: WriteExportRequest,
  { store, client, signal }: Parts,
): ExportSource {
  const listIds = lists.map(({ listId }) => listId);
  switch (scope.kind) {
    case 'page':
    case 'selected': {
      const { kind, tenants, source = null, fetchedAt = null } = scope;
      return {
        content: { kind: 'tenants', batches: slices(tenants) },
        origin: () => ({ source, fetchedAt, extent: kind, filter: {} }),
        [Symbol.dispose]: nothingToClose,
      };
    }
    case 'changes':
      return savedRows(store(), listIds, { filter: {} }, (snapshot, batches) => ({
        kind: 'changes',
        batches: batches(snapshot.changes()),
      }));
    case 'all': {
      if (scope.source === 'live') return liveTenants(client, credentials, scope, signal);
      const { filter, sort } = scope;
      const isWanted = wantedBy(scope);
      const owned = showsAllAccounts ? ownedBy(lists) : ({ tenants }: Listed) => tenants;
      const wanted = (listed: Listed) => owned(listed).filter(isWanted);
      return savedRows(store(), listIds, scope, (snapshot, batches) => ({
        kind: 'tenants',
        batches: batches(snapshot.tenants({ filter, ...(sort && { sort }) }).map(wanted)),
        ...(options.withChanges && !showsAllAccounts && { changes: snapshot.changes() }),
      }));
    }
  }
}

/** Tells the tenants that were taken out from the others. */
function wantedBy({ except }: AllScope): (tenant: Tenant) => boolean {
  const unwanted = new Set(except);
  return (tenant) => !unwanted.has(tenantKey(tenant));
}

function nothingToClose(): void {
  // The rows are held, or asked of the server.
}

/** Tenants as they are read, and the list of each. */
interface Listed {
  tenants: Tenant[];
  listIds: string[];
}

/** Tells each tenant whose it is. */
function ownedBy(lists: readonly ExportedList[]): (listed: Listed) => Tenant[] {
  const owners = new Map(lists.map(({ listId, accountId }) => [listId, accountId]));
  return ({ tenants, listIds }) =>
    tenants.map((tenant, at) => ({ ...tenant, accountId: owners.get(listIds[at] ?? '') }));
}

/** Rows that are at hand, in pieces that leave the thread to others in between. */
function* slices(tenants: readonly Tenant[]): Generator<Batch<Tenant>> {
  for (let start = 0; start < tenants.length; start += 500) {
    yield { rows: tenants.slice(start, start + 500), unreadableRows: 0 };
  }
}

/**
 * Rows of saved lists, all of one moment and with the stamp of it: a refresh may complete while they are written.
 *
 * @param content is made of the list as it is now; what it reads carries the list's unreadable rows, counted once.
 */
function savedRows(
  store: TenantStore,
  listIds: readonly string[],
  { filter, except }: Pick<AllScope, 'filter' | 'except'>,
  content: (
    snapshot: ListSnapshot,
    batches: <Row>(read: Iterable<readonly Row[]>) => Iterable<Batch<Row>>,
  ) => ExportContent,
): ExportSource {
  // Nothing comes between these two: only this thread writes, and both are done at once.
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
    yield { rows: [], unreadableRows };
    for (const rows of read) yield { rows, unreadableRows: 0 };
  }
  const read =
    state === 'complete' ? 'complete' : listIds.length === 1 ? 'partial' : 'someAccounts';
  const extent = except === undefined ? read : 'selected';
  return {
    content: content(snapshot, batches),
    origin: () => ({ source: 'saved', fetchedAt, extent, filter }),
    [Symbol.dispose]: () => snapshot[Symbol.dispose](),
  };
}

function liveTenants(
  client: EtelecomClient,
  credentials: Credentials | null,
  scope: AllScope,
  signal: AbortSignal,
): ExportSource {
  if (credentials === null) {
    throw new AppError({ code: 'not_connected', message: 'The account is not connected' });
  }
  const { filter, sort } = scope;
  const isWanted = wantedBy(scope);
  const pages = readAllPages((paging) =>
    client.listTenants(credentials, { filter, paging, ...(sort && { sort }) }, signal),
  );
  async function* batches() {
    for await (const { tenants, unreadableRows } of pages) {
      yield { rows: tenants.filter(isWanted), unreadableRows };
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
    [Symbol.dispose]: nothingToClose,
  };
}
