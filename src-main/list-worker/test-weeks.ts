import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sandbox } from '../../sandbox/server.ts';
import type { SandboxHotline, SandboxTenant } from '../../sandbox/wire.ts';
import { defaultExportOptions } from '../../src-shared/choices.ts';
import type { ExportScope } from '../../src-shared/export-tenants.ts';
import type { Filter, ListedRecord, Sort } from '../../src-shared/list-tenants.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import type { RefreshRequest } from '../../src-shared/saved-list.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import { EtelecomClient } from '../etelecom/client.ts';
import { PartialFiles } from '../files/partial-files.ts';
import { recordsOf, withRecords } from '../list-ids.ts';
import type { FetchPage } from '../lists/calls.ts';
import { createTranslations } from '../translations.ts';
import { openAnnotations } from '../store/annotations/open-annotations.ts';
import { OpenedAnnotations } from './opened-annotations.ts';
import { openRecordLists } from './open-record-lists.ts';
import { createWorkerHandlers } from './worker-handlers.ts';

/** The list after a run: what the app must show of this moment. */
interface KnownList {
  endedAt: string;
  isFull: boolean;
  rows: readonly AnyRow[];
}

/** A tenant or a hotline of the server. */
type AnyRow = SandboxTenant | SandboxHotline;

const context = { signal: new AbortController().signal, onProgress: () => undefined };

/** Returns a row of the server as the app has it. */
export function toRecord(row: AnyRow): ListRecord {
  return {
    id: row.id,
    name: row.name,
    status: row.status,
    ownerId: row.owner_id,
    connectionMethod: row.connection_method,
    connectionId: row.connection_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    ...('domain' in row
      ? { domain: row.domain }
      : {
          hotline: row.hotline,
          network: row.network,
          isFreeCharge: String(row.is_free_charge),
          description: row.description === '' ? null : row.description,
        }),
  };
}

/**
 * Refreshes a list of the sandbox over weeks, with everything that the worker runs, but in this thread: a worker would
 * have a clock of its own. Remembers what the app must know after each run. For tests only.
 */
export async function startWeeks(sandbox: Sandbox, records: RecordKind = 'tenants') {
  const listId = withRecords('account server', records);
  const rowsOnServer = () => (records === 'tenants' ? sandbox.tenants : (sandbox.hotlines ?? []));
  const folder = await mkdtemp(join(tmpdir(), 'weeks-'));
  let now = new Date();
  const clock = () => now;
  const client = new EtelecomClient({ fetch, firstRetryDelay: 5, timeout: 2_000 });
  const fetchPage: FetchPage = ({ listId, ...query }, signal, onRetry) =>
    client.fetchPage(sandbox, { ...query, records: recordsOf(listId) }, signal, onRetry);
  const onUnexpected = (error: unknown) => {
    throw error;
  };
  const annotations = new OpenedAnnotations({ open: () => openAnnotations(folder), onUnexpected });
  const savedLists = openRecordLists({
    ...{ dataFolder: folder, fetchPage, now: clock, onUnexpected },
    annotationsOf: (id) => annotations.ofList(id),
  });
  const handlers = createWorkerHandlers({
    ...{ savedLists, annotations, fetchPage, version: '1.2.3', computerZone: null },
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
    context,
    lists,
    listId,
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
      const onServer = new Set(rowsOnServer().map(({ id }) => id));
      const before = known.at(-1)?.rows ?? [];
      const unnoticed = isFull ? [] : before.filter(({ id }) => !onServer.has(id));
      const endedAt = now.toISOString();
      known.push({ endedAt, isFull, rows: [...rowsOnServer(), ...unnoticed] });
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
    list: async (filter: Filter, sort?: readonly Sort[]): Promise<ListedRecord[]> => {
      const rows: ListedRecord[] = [];
      let after: string | null = null;
      do {
        const paging = { limit: 500 as const, ...(after !== null && { after }) };
        const query = { filter, paging, ...(sort && { sort: [...sort] }) };
        const page = await handlers.listTenants({ listIds: [listId], ...query }, context);
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
      for (const lists of Object.values(savedLists)) lists.close();
      await rm(folder, { recursive: true });
    },
  };
}

export type Weeks = Awaited<ReturnType<typeof startWeeks>>;
