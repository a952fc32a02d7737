import { join } from 'node:path';
import type { AppError, ErrorCode } from '../../src-shared/errors.ts';
import type { Facets, Overview } from '../../src-shared/facets.ts';
import type { Filter, Paging, TenantPage } from '../../src-shared/list-tenants.ts';
import type { SavedListStatus, TenantDetails, RefreshRun } from '../../src-shared/saved-list.ts';
import type { Clock } from '../../src-shared/time-zone.ts';
import { mergeIntoList, replaceList } from './completion.ts';
import type { Connection } from './connection.ts';
import { openDatabase } from './database.ts';
import { Finder, type Query } from './finder.ts';
import { readDetails } from './history.ts';
import { ListSnapshot } from './list-snapshot.ts';
import { readPage } from './paging.ts';
import { getStatus } from './saved-lists.ts';
import {
  addPage,
  beginRun,
  deleteEverything,
  forgetOldRuns,
  getUnfinished,
  getUnfinishedFull,
  getRun,
  setInterrupted,
  setComplete,
  type Page,
} from './refresh-runs.ts';

/** One page of the saved list: the contract's answer, without the source, which is plain. */
export type SavedPage = Required<Omit<TenantPage, 'source'>>;

export interface OpenedStore {
  store: TenantStore;
  /** `store_unreadable` with the path the damaged file was moved to. */
  notice: AppError | null;
}

interface Options {
  /** How many runs' changes are kept. */
  keptRuns?: number;
  /** How long another program's lock is waited for. */
  busyMilliseconds?: number;
  now?: () => Date;
}

/**
 * Opens `tenants.sqlite` in the app's data folder, or begins a new one; one that is damaged is moved aside first.
 *
 * @throws AppError `store_too_new`, `store_failed` (another program holds it), or one of a folder or a full disk.
 */
export function openStore(dataFolder: string, options: Options = {}): OpenedStore {
  const { keptRuns = 30, busyMilliseconds = 5000, now = () => new Date() } = options;
  const path = join(dataFolder, 'tenants.sqlite');
  const { connection, notice } = openDatabase(path, { busyMilliseconds, now });
  return { store: new TenantStore(connection, { keptRuns, busyMilliseconds, now }), notice };
}

/**
 * The lists saved on this computer, each under its account. A list is what its last complete run has read: a run gathers
 * its rows apart from it and takes its place in one transaction, so that a crash at any moment leaves the old one whole.
 * Everything here blocks; it belongs into a worker.
 */
export class TenantStore {
  readonly #connection: Connection;
  readonly #options: Required<Options>;
  readonly #finder = new Finder();
  /** The runs that were begun or gone on with here and have not ended. */
  readonly #running = new Set<number>();

  constructor(connection: Connection, options: Required<Options>) {
    this.#connection = connection;
    this.#options = options;
  }

  /** @throws AppError */
  status(accountId: string): SavedListStatus {
    const broken = () => this.#continuable(accountId)?.run ?? null;
    return this.#connection.read(() => getStatus(this.#connection, accountId, broken()));
  }

  /**
   * Starts a run. One without a filter reads the whole list, and throws away what another such run has read that did
   * not come to its end.
   *
   * @throws AppError
   */
  beginRun(accountId: string, filter: RefreshRun['filter']): number {
    const startedAt = this.#now();
    const runId = this.#connection.write(() =>
      beginRun(this.#connection, { accountId, filter, startedAt }),
    );
    this.#running.add(runId);
    return runId;
  }

  /** What a whole run that broke off needs to go on; `null` when there is none. @throws AppError */
  continuable(accountId: string): { runId: number; cursor: string } | null {
    const broken = this.#connection.read(() => this.#continuable(accountId));
    return broken && { runId: broken.run.runId, cursor: broken.cursor };
  }

  /** @throws AppError `nothing_to_continue` */
  resumeRun(runId: number): void {
    this.#connection.write(() => {
      getUnfinished(this.#connection, runId);
      setInterrupted(this.#connection, runId, null);
    });
    this.#running.add(runId);
  }

  /**
   * Adds one page. A row whose id the run has met is counted as a double, and the first one stays.
   *
   * @throws AppError `disk_full` and the like; nothing of the page is then kept.
   */
  addPage(runId: number, page: Page): number {
    return this.#connection.write(() =>
      addPage(this.#connection, getUnfinished(this.#connection, runId), {
        ...page,
        at: this.#now(),
      }),
    );
  }

  /**
   * Ends a run whose cursors came to their end. A whole one takes the place of the list and is compared with it; a
   * filtered one brings its rows into the list and removes none.
   *
   * @throws AppError; everything is then as it was.
   */
  completeRun(runId: number): RefreshRun {
    const connection = this.#connection;
    const run = connection.write(() => {
      const record = getUnfinished(connection, runId);
      let { changes } = record;
      if (record.isFull) changes = replaceList(connection, record);
      else mergeIntoList(connection, record);
      setComplete(connection, runId, { endedAt: this.#now(), changes });
      forgetOldRuns(connection, record.accountId, this.#options.keptRuns);
      return this.#run(runId);
    });
    this.#running.delete(runId);
    connection.foldLog();
    return run;
  }

  /** Ends a run before its end; its pages and its cursor stay. @throws AppError `nothing_to_continue` */
  interruptRun(runId: number, errorCode: ErrorCode): RefreshRun {
    this.#running.delete(runId);
    return this.#connection.write(() => {
      getUnfinished(this.#connection, runId);
      setInterrupted(this.#connection, runId, errorCode);
      return this.#run(runId);
    });
  }

  /**
   * One page of the saved list.
   *
   * @throws AppError `nothing_saved`, or `request_refused` for a cursor that is none.
   */
  list(accountId: string, query: Query & { paging: Paging }): SavedPage {
    return this.listTogether([accountId], query);
  }

  /**
   * One page of several lists as one, with the account of each row. Those of which nothing is saved are left out;
   * `fetchedAt` is the oldest of the others.
   *
   * @throws AppError as `list` does.
   */
  listTogether(accountIds: readonly string[], query: Query & { paging: Paging }) {
    const connection = this.#connection;
    return connection.read(() => {
      const { parts, sequence, fetchedAt } = this.#finder.find(connection, accountIds, query);
      const { sort = [], paging } = query;
      const { next, prev, ...rows } = readPage({ connection, parts, sequence, sort }, paging);
      return {
        ...rows,
        paging: { next, prev, limit: paging.limit },
        total: sequence.length,
        fetchedAt,
        unreadableRows: 0,
      };
    });
  }

  /** What saved lists can be filtered by, with counts. @throws AppError `nothing_saved` */
  facets(accountIds: readonly string[], filter: Filter, clock: Clock): Facets {
    const today = { now: this.#options.now(), clock };
    return this.#connection.read(() =>
      this.#finder.facets(this.#connection, accountIds, filter, today),
    );
  }

  /** Saved lists at a glance. @throws AppError `nothing_saved` */
  overview(accountIds: readonly string[], clock: Clock): Overview {
    const today = { now: this.#options.now(), clock };
    return this.#connection.read(() => this.#finder.overview(this.#connection, accountIds, today));
  }

  /** Lists as they are now, to be read to their end. @throws AppError */
  snapshot(accountIds: readonly string[]): ListSnapshot {
    const { path } = this.#connection;
    const { busyMilliseconds } = this.#options;
    return new ListSnapshot({ path, busyMilliseconds, finder: this.#finder, accountIds });
  }

  /**
   * A tenant that is listed, or that is gone and not yet forgotten.
   *
   * @throws AppError `tenant_not_saved`; also for tenants without an id, which cannot be told apart.
   */
  details(accountId: string, tenantId: string): TenantDetails {
    return this.#connection.read(() => readDetails(this.#connection, accountId, tenantId));
  }

  /** Forgets an account's list for good. None of its runs may be running. @throws AppError */
  removeAccount(accountId: string): void {
    this.#connection.write(() => deleteEverything(this.#connection, accountId));
    this.#connection.foldLog();
  }

  close(): void {
    this.#connection.close();
  }

  #continuable(accountId: string) {
    const record = getUnfinishedFull(this.#connection, accountId);
    if (record?.cursor == null || this.#running.has(record.run.runId)) return null;
    return { run: record.run, cursor: record.cursor };
  }

  #run(runId: number): RefreshRun {
    const record = getRun(this.#connection, runId);
    if (record === null) throw new Error(`There is no run ${runId}`);
    return record.run;
  }

  #now(): string {
    return this.#options.now().toISOString();
  }
}
