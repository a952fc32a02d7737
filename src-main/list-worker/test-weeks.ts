import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sandbox } from '../../sandbox/server.ts';
import type { SandboxTenant } from '../../sandbox/wire.ts';
import { defaultExportOptions } from '../../src-shared/choices.ts';
import type { ExportScope } from '../../src-shared/export-tenants.ts';
import type { Filter, ListedTenant } from '../../src-shared/list-tenants.ts';
import type { RefreshRequest } from '../../src-shared/saved-list.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import { EtelecomClient } from '../etelecom/client.ts';
import { PartialFiles } from '../files/partial-files.ts';
import type { FetchPage } from '../lists/calls.ts';
import { RefreshService } from '../refresh/refresh-service.ts';
import { openStore, replaceStore } from '../store/tenant-store.ts';
import { createTranslations } from '../translations.ts';
import { openAnnotations } from '../store/annotations/open-annotations.ts';
import { OpenedAnnotations } from './opened-annotations.ts';
import { OpenedLists } from './opened-lists.ts';
import { createWorkerHandlers } from './worker-handlers.ts';

/** The list after a run: what the app must show of this moment. */
interface KnownList {
  endedAt: string;
  isFull: boolean;
  tenants: readonly SandboxTenant[];
}

const listId = 'account server';
const context = { signal: new AbortController().signal, onProgress: () => undefined };

/** Returns a tenant of the server as the app has it. */
export function toTenant(tenant: SandboxTenant): Tenant {
  return {
    id: tenant.id,
    name: tenant.name,
    domain: tenant.domain,
    status: tenant.status,
    ownerId: tenant.owner_id,
    connectionMethod: tenant.connection_method,
    connectionId: tenant.connection_id,
    createdAt: tenant.created_at,
    updatedAt: tenant.updated_at,
  };
}

/**
 * Refreshes a list of the sandbox over weeks, with everything that the worker runs, but in this thread: a worker would
 * have a clock of its own. Remembers what the app must know after each run. For tests only.
 */
export async function startWeeks(sandbox: Sandbox) {
  const folder = await mkdtemp(join(tmpdir(), 'weeks-'));
  let now = new Date();
  const clock = () => now;
  const client = new EtelecomClient({ fetch, firstRetryDelay: 5, timeout: 2_000 });
  const fetchPage: FetchPage = ({ filter, sort, paging }, signal, onRetry) =>
    client.fetchPage(sandbox, { filter, paging, ...(sort && { sort }) }, signal, onRetry);
  const onUnexpected = (error: unknown) => {
    throw error;
  };
  const savedLists = new OpenedLists({
    open: () => openStore(folder, { now: clock }),
    setAside: () => replaceStore(folder, { now: clock }),
    createRefreshService: (store) => new RefreshService(store, fetchPage, clock),
    onUnexpected,
  });
  const handlers = createWorkerHandlers({
    annotations: new OpenedAnnotations({ open: () => openAnnotations(folder), onUnexpected }),
    ...{ savedLists, fetchPage, version: '1.2.3', computerZone: null },
    partialFiles: new PartialFiles(folder),
    translations: createTranslations(),
    log: (event) => {
      throw new Error(event);
    },
  });
  const { baseUrl } = sandbox;
  const lists = [{ listId, accountId: 'account', accountName: 'Partner One', baseUrl }];
  const known: KnownList[] = [];
  return {
    handlers,
    lists,
    known,
    folder,
    /** Refreshes the list. A quick run cannot see which tenants are gone; all other changes must be found. */
    refresh: async (at: number, mode: RefreshRequest['mode'] = 'quick') => {
      now = new Date(at);
      const run = await handlers.refreshList(
        { listId, mode, filter: {}, fullRefreshHours: 72, historyDays: 400 },
        context,
      );
      const isFull = run.kind === 'full';
      const onServer = new Set(sandbox.tenants.map(({ id }) => id));
      const before = known.at(-1)?.tenants ?? [];
      const unnoticed = isFull ? [] : before.filter(({ id }) => !onServer.has(id));
      const endedAt = now.toISOString();
      known.push({ endedAt, isFull, tenants: [...sandbox.tenants, ...unnoticed] });
      return run;
    },
    status: () => handlers.getSavedList({ listIds: [listId] }, context),
    changes: (since: string) => handlers.getChanges({ lists, since }, context),
    overview: () => handlers.getOverview({ lists, filter: {}, timeZone: 'vietnam' }, context),
    /** Marks the changes that are shown as seen. */
    markSeen: async () => {
      const { shown } = await handlers.getChanges({ lists, since: 'seen' }, context);
      for (const { runId } of shown) await handlers.setSeen({ listId, runId }, context);
    },
    unseen: async () => (await handlers.countUnseen({ listIds: [listId] }, context))[0],
    /** Returns all rows that match. */
    list: async (filter: Filter): Promise<ListedTenant[]> => {
      const rows: ListedTenant[] = [];
      let after: string | null = null;
      do {
        const paging = { limit: 500 as const, ...(after !== null && { after }) };
        const page = await handlers.listTenants({ listIds: [listId], filter, paging }, context);
        rows.push(...page.tenants);
        after = page.paging.next;
      } while (after !== null);
      return rows;
    },
    /** Exports to Excel. Returns the path of the file. */
    exportRows: async (scope: ExportScope, name = 'tenants.xlsx'): Promise<string> => {
      const { path } = await handlers.writeExport(
        {
          ...{ lists, showsAllAccounts: false, path: join(folder, name), fallbackFolder: folder },
          ...{ scope, options: defaultExportOptions, language: 'en', timeZone: 'vietnam' },
        },
        context,
      );
      return path;
    },
    async [Symbol.asyncDispose]() {
      savedLists.close();
      await rm(folder, { recursive: true });
    },
  };
}

export type Weeks = Awaited<ReturnType<typeof startWeeks>>;
