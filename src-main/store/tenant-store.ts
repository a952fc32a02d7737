import { join } from 'node:path';
import type { Baseline, ChangesSummary } from '../../src-shared/changes.ts';
import type { AppError, ErrorCode } from '../../src-shared/errors.ts';
import type { Facets, Overview } from '../../src-shared/facets.ts';
import type { Filter, Paging, TenantPage } from '../../src-shared/list-tenants.ts';
import type { RefreshRun, SavedListStatus, TenantDetails } from '../../src-shared/saved-list.ts';
import type { Clock } from '../../src-shared/time-zone.ts';
import { ListSnapshot } from './list-snapshot.ts';
import { ListView, type Query } from './query/list-view.ts';
import { QueryCache } from './query/query-cache.ts';
import { countUnseen, summarizeChanges, type AccountOfList } from './query/summarize-changes.ts';
import { readTenantDetails } from './query/tenant-details.ts';
import { assertExists, assertKept } from './runs/assert-kept.ts';
import { deleteList } from './runs/delete-runs.ts';
import { mergeIntoList } from './runs/merge-into-list.ts';
import {
  addPage,
  beginPeriod,
  beginRun,
  findUnfinishedFullRun,
  getRun,
  getUnfinishedRun,
  setComplete,
  setErrorCode,
  type RunPage,
} from './runs/refresh-runs.ts';
import { replaceList } from './runs/replace-list.ts';
import { getStatus } from './runs/shown-list.ts';
import type { Connection } from './sqlite/connection.ts';
import { openDatabase, replaceDatabase } from './sqlite/open-database.ts';
import { Snapshots } from './sqlite/snapshots.ts';

/** One page of saved lists, with the list of each tenant. */
export interface SavedPage extends Required<Omit<TenantPage, 'source'>> {
  listIds: string[];
}

export interface OpenedStore {
  store: TenantStore;
  /** `store_unreadable` with the new path of the unreadable file, if there was one. */
  notice: AppError | null;
}

interface StoreOptions {
  /** How long to wait for a lock that another program holds. */
  busyMilliseconds?: number;
  now?: () => Date;
}

/**
 * Opens `tenants.sqlite` in the app's data folder, or creates it. An unreadable file is moved aside first.
 *
 * @throws AppError `store_too_new`, `store_failed` (another program holds a lock), or the code of a full disk or an
 * unusable folder.
 */
export function openStore(
  dataFolder: string,
  { busyMilliseconds = 5000, now = () => new Date() }: StoreOptions = {},
  open = openDatabase,
): OpenedStore {
  const { connection, notice } = open(join(dataFolder, 'tenants.sqlite'), {
    busyMilliseconds,
    now,
  });
  return { store: new TenantStore(connection, { busyMilliseconds, now }), notice };
}

/** Moves a damaged `tenants.sqlite` aside, which the notice names, and creates a new one. @throws AppError */
export function replaceStore(dataFolder: string, options?: StoreOptions): OpenedStore {
  return openStore(dataFolder, options, replaceDatabase);
}

/**
 * The lists saved on this computer. A saved list has the rows that its last complete full run read. A run gathers its
 * rows separately and replaces the list in one transaction, so a crash at any moment leaves a complete list.
 *
 * All methods block the thread, so the store is used in a worker.
 *
 * The folders import in one direction: query → runs → index → rows → sqlite.
 */
export class TenantStore {
  readonly #connection: Connection;
  readonly #options: Required<StoreOptions>;
  readonly #cache = new QueryCache();
  readonly #snapshots: Snapshots;
  /** The runs that this store has begun or resumed and that have not ended. */
  readonly #activeRuns = new Set<number>();

  constructor(connection: Connection, options: Required<StoreOptions>) {
    this.#connection = connection;
    this.#snapshots = new Snapshots(connection, options.busyMilliseconds);
    this.#options = options;
  }

  /** @throws AppError */
  status(listId: string): SavedListStatus {
    return this.#connection.read(() =>
      getStatus(this.#connection, listId, this.#findInterrupted(listId)?.run ?? null),
    );
  }

  /**
   * Begins a run. A full run deletes the rows that an unfinished full run has read.
   *
   * @param kind by default, `full` if there is no filter.
   * @returns the id of the run.
   * @throws AppError
   */
  beginRun(listId: string, filter: RefreshRun['filter'], kind = defaultKind(filter)): number {
    assertExists(this.#connection.path);
    const startedAt = this.#now();
    const runId = this.#connection.write(() =>
      beginRun(this.#connection, { listId, kind, filter, startedAt }),
    );
    this.#activeRuns.add(runId);
    return runId;
  }

  /** Finds the interrupted full run of a list, and the cursor to resume it from. @throws AppError */
  resumableRun(listId: string): { runId: number; cursor: string } | null {
    const interrupted = this.#connection.read(() => this.#findInterrupted(listId));
    return interrupted && { runId: interrupted.run.runId, cursor: interrupted.cursor };
  }

  /** @throws AppError `nothing_to_resume` */
  resumeRun(runId: number): void {
    this.#connection.write(() => {
      getUnfinishedRun(this.#connection, runId);
      beginPeriod(this.#connection, runId, this.#now());
    });
    this.#activeRuns.add(runId);
  }

  /**
   * Adds a page to a run. A row whose id the run has already read is counted as a duplicate and dropped.
   *
   * @returns how many rows are new to the run.
   * @throws AppError `disk_full` and others; nothing of the page is then kept.
   */
  addPage(runId: number, page: RunPage): number {
    assertExists(this.#connection.path);
    const readAt = this.#now();
    return this.#connection.write(() =>
      addPage(this.#connection, getUnfinishedRun(this.#connection, runId), { ...page, readAt }),
    );
  }

  /**
   * Ends a run that has read its last page. A full run replaces the list. The rows of a quick or filtered run are merged
   * into it. All changes of the list are recorded. The result is on the disk when this returns.
   *
   * @throws AppError; nothing has then changed.
   */
  completeRun(runId: number, _historyDays = 0): RefreshRun {
    const connection = this.#connection;
    const run = connection.writeDurably(() => {
      const record = getUnfinishedRun(connection, runId);
      const changes =
        record.run.kind === 'full'
          ? replaceList(connection, record)
          : mergeIntoList(connection, record);
      setComplete(connection, runId, { endedAt: this.#now(), changes });
      return getRun(connection, runId).run;
    });
    this.#activeRuns.delete(runId);
    assertKept(connection.path, run, this.#options.busyMilliseconds);
    // Afterwards, so that the caller need not wait for it. It fails harmlessly if the store is closed by then.
    setImmediate(() => connection.checkpoint());
    return run;
  }

  /** Ends a run early. Its pages and its cursor are kept. @throws AppError `nothing_to_resume` */
  interruptRun(runId: number, errorCode: ErrorCode): RefreshRun {
    this.#activeRuns.delete(runId);
    return this.#connection.write(() => {
      getUnfinishedRun(this.#connection, runId);
      setErrorCode(this.#connection, runId, errorCode);
      return getRun(this.#connection, runId).run;
    });
  }

  /**
   * Reads one page of one list, or of several lists shown as one. Lists that were never read are left out.
   * `fetchedAt` is the time of the oldest list.
   *
   * @throws AppError `nothing_saved`, or `request_refused` for an invalid cursor.
   */
  list(listIds: readonly string[], query: Query & { paging: Paging }): SavedPage {
    return this.#connection.read(() => {
      const view = this.#view(listIds, query);
      return { ...view.page(query.paging), fetchedAt: view.fetchedAt, unreadableRows: 0 };
    });
  }

  /** Counts the tenants for each value that the lists can be filtered by. @throws AppError `nothing_saved` */
  facets(listIds: readonly string[], filter: Filter, clock: Clock): Facets {
    const today = { now: this.#options.now(), clock };
    return this.#connection.read(() => this.#view(listIds, { filter }).facets(today));
  }

  /** @throws AppError `nothing_saved` */
  overview(lists: readonly AccountOfList[], filter: Filter, clock: Clock): Overview {
    const today = { now: this.#options.now(), clock };
    const listIds = lists.map(({ listId }) => listId);
    return this.#connection.read(() => ({
      ...this.#view(listIds, { filter }).overview(today),
      growth: { months: [], since: null },
      accounts: [],
    }));
  }

  /** Counts what has changed in the lists since a baseline. @throws AppError */
  changes(lists: readonly AccountOfList[], since: Baseline): ChangesSummary {
    return this.#connection.read(() => summarizeChanges(this.#source, lists, since));
  }

  /** Counts the unseen changes of each list. @throws AppError */
  countUnseen(listIds: readonly string[]): number[] {
    return this.#connection.read(() => listIds.map((listId) => countUnseen(this.#source, listId)));
  }

  /** Marks the changes up to a run as seen. Returns the run before; `null` if none were seen. @throws AppError */
  setSeen(_listId: string, _runId: number | null): number | null {
    return null;
  }

  /** Marks the run that an export contains, for the baseline `lastExport`. Does nothing for a deleted list. @throws AppError */
  setExported(_listId: string, _runId: number): void {
    return;
  }

  /** Returns the JSON of the rows that the last full run could not read, at most 100. @throws AppError */
  unreadableRows(_listId: string): { raw: string }[] {
    return [];
  }

  /** Replaces the list by that of a run that shrank it, or deletes the run. @throws AppError `nothing_to_resume` */
  decideShrunkRun(_listId: string, _runId: number, _use: boolean): void {
    throw new Error('Not built');
  }

  /** Opens the lists as they are now. The caller must dispose the snapshot. @throws AppError */
  snapshot(listIds: readonly string[]): ListSnapshot {
    return new ListSnapshot({ ...this.#snapshots.open(), cache: this.#cache, listIds });
  }

  /**
   * Reads a tenant that is listed, or one that is gone and whose changes are still kept.
   *
   * @throws AppError `tenant_not_saved`; also for an empty id, which can belong to several tenants.
   */
  details(listId: string, tenantId: string): TenantDetails {
    return this.#connection.read(() => readTenantDetails(this.#connection, listId, tenantId));
  }

  /**
   * Deletes a list and all its runs, of which none may be active. No file contains anything of it afterwards, or if an
   * export is reading, after that. @throws AppError
   */
  removeList(listId: string): void {
    this.#connection.write(() => deleteList(this.#connection, listId));
    this.#snapshots.erase();
  }

  close(): void {
    this.#snapshots.tryToErase();
    this.#connection.close();
  }

  get #source() {
    return { connection: this.#connection, cache: this.#cache };
  }

  #view(listIds: readonly string[], query: Query): ListView {
    return new ListView({ ...this.#source, listIds, ...query });
  }

  #findInterrupted(listId: string) {
    const record = findUnfinishedFullRun(this.#connection, listId);
    if (record?.nextCursor == null || this.#activeRuns.has(record.run.runId)) return null;
    return { run: record.run, cursor: record.nextCursor };
  }

  #now(): string {
    return this.#options.now().toISOString();
  }
}

function defaultKind({ name, ownerId }: RefreshRun['filter']): RefreshRun['kind'] {
  return name === undefined && ownerId === undefined ? 'full' : 'filtered';
}
