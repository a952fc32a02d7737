import { AppError } from '../../src-shared/errors.ts';
import type { ExportScope } from '../../src-shared/export-tenants.ts';
import type { Filter } from '../../src-shared/list-tenants.ts';
import type { SavedListStatus } from '../../src-shared/saved-list.ts';
import type { Credentials, EtelecomClient } from '../etelecom/client.ts';
import { walkTenants } from '../etelecom/walk.ts';
import type { Stamp } from '../export/info-sheet.ts';
import type { Batch, ExportContent } from '../export/write-export.ts';
import type { TenantStore } from '../store/tenant-store.ts';
import type { WriteExportRequest } from './calls.ts';

type AllScope = Extract<ExportScope, { kind: 'all' }>;

type Origin = Pick<Stamp, 'source' | 'fetchedAt' | 'extent' | 'filter'>;

/** What goes into a sheet, and where it is from. */
export interface ExportSource {
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
  { scope, listId, credentials }: WriteExportRequest,
  { store, client, signal }: Parts,
): ExportSource {
  switch (scope.kind) {
    case 'page':
    case 'selected': {
      const { kind, tenants, source = null, fetchedAt = null } = scope;
      return {
        content: { kind: 'tenants', batches: [{ rows: tenants, unreadableRows: 0 }] },
        origin: () => ({ source, fetchedAt, extent: kind, filter: {} }),
      };
    }
    case 'changes':
      return savedChanges(store(), listId);
    case 'all':
      return scope.source === 'saved'
        ? savedTenants(store(), listId, scope)
        : liveTenants(client, credentials, scope, signal);
  }
}

function savedTenants(
  store: TenantStore,
  listId: string,
  { filter, sort }: AllScope,
): ExportSource {
  const moment = new SavedMoment(store, listId);
  const batches = moment.batches(() => store.listAll(listId, { filter, ...(sort && { sort }) }));
  return { content: { kind: 'tenants', batches }, origin: () => moment.origin(filter) };
}

function savedChanges(store: TenantStore, listId: string): ExportSource {
  const moment = new SavedMoment(store, listId);
  const batches = moment.batches(() => store.lastChanges(listId));
  return { content: { kind: 'changes', batches }, origin: () => moment.origin({}) };
}

/** The saved list's own stamp, taken together with its first rows: a refresh may complete while they are written. */
class SavedMoment {
  readonly #store: TenantStore;
  readonly #listId: string;
  #status: SavedListStatus | null = null;

  constructor(store: TenantStore, listId: string) {
    this.#store = store;
    this.#listId = listId;
  }

  /** @throws AppError `nothing_saved` */
  *batches<Row>(read: () => Iterable<readonly Row[]>): Generator<Batch<Row>> {
    const status = this.#store.status(this.#listId);
    if (status.state === 'none') {
      throw new AppError({ code: 'nothing_saved', message: 'Nothing is saved' });
    }
    this.#status = status;
    const { completeWalk, brokenWalk } = status;
    let unreadableRows = (completeWalk ?? brokenWalk)?.unreadableRows ?? 0;
    for (const rows of read()) {
      yield { rows, unreadableRows };
      // Of the whole list, so they are counted once.
      unreadableRows = 0;
    }
  }

  origin(filter: Filter): Origin {
    const { state = 'none', fetchedAt = null } = this.#status ?? {};
    const extent = state === 'complete' ? 'complete' : 'partial';
    return { source: 'saved', fetchedAt, extent, filter };
  }
}

function liveTenants(
  client: EtelecomClient,
  credentials: Credentials | null,
  { filter, sort }: AllScope,
  signal: AbortSignal,
): ExportSource {
  if (credentials === null) {
    throw new AppError({ code: 'not_connected', message: 'The account is not connected' });
  }
  const pages = walkTenants((paging) =>
    client.listTenants(credentials, { filter, paging, ...(sort && { sort }) }, signal),
  );
  async function* batches() {
    for await (const { tenants, unreadableRows } of pages) yield { rows: tenants, unreadableRows };
  }
  return {
    content: { kind: 'tenants', batches: batches() },
    origin: () => ({
      source: 'live',
      fetchedAt: new Date().toISOString(),
      extent: 'complete',
      filter,
    }),
  };
}
