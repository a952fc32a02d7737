import { join } from 'node:path';
import type { AppError, ErrorCode } from '../../src-shared/errors.ts';
import type { Facets, Overview } from '../../src-shared/facets.ts';
import type { Filter, Paging, TenantPage } from '../../src-shared/list-tenants.ts';
import type { SavedListStatus, TenantDetails, Walk } from '../../src-shared/saved-list.ts';
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
  beginWalk,
  deleteEverything,
  forgetOldWalks,
  getUnfinished,
  getUnfinishedWhole,
  getWalk,
  setBrokenOff,
  setComplete,
  type Page,
} from './walks.ts';

/** One page of the saved list: the contract's answer, without the source, which is plain. */
export type SavedPage = Required<Omit<TenantPage, 'source'>>;

export interface OpenedStore {
  store: TenantStore;
  /** `store_unreadable` with the path the damaged file was moved to. */
  notice: AppError | null;
}

interface Options {
  /** How many walks' changes are kept. */
  keptWalks?: number;
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
  const { keptWalks = 30, busyMilliseconds = 5000, now = () => new Date() } = options;
  const path = join(dataFolder, 'tenants.sqlite');
  const { connection, notice } = openDatabase(path, { busyMilliseconds, now });
  return { store: new TenantStore(connection, { keptWalks, busyMilliseconds, now }), notice };
}

/**
 * The lists saved on this computer, each under its account. A list is what its last complete walk has read: a walk gathers
 * its rows apart from it and takes its place in one transaction, so that a crash at any moment leaves the old one whole.
 * Everything here blocks; it belongs into a worker.
 */
export class TenantStore {
  readonly #connection: Connection;
  readonly #options: Required<Options>;
  readonly #finder = new Finder();
  /** The walks that were begun or gone on with here and have not ended. */
  readonly #running = new Set<number>();

  constructor(connection: Connection, options: Required<Options>) {
    this.#connection = connection;
    this.#options = options;
  }

  /** @throws AppError */
  status(accountId: string): SavedListStatus {
    const broken = () => this.#continuable(accountId)?.walk ?? null;
    return this.#connection.read(() => getStatus(this.#connection, accountId, broken()));
  }

  /**
   * Starts a walk. One without a filter reads the whole list, and throws away what another such walk has read that did
   * not come to its end.
   *
   * @throws AppError
   */
  beginWalk(accountId: string, filter: Walk['filter']): number {
    const startedAt = this.#now();
    const walkId = this.#connection.write(() =>
      beginWalk(this.#connection, { accountId, filter, startedAt }),
    );
    this.#running.add(walkId);
    return walkId;
  }

  /** What a whole walk that broke off needs to go on; `null` when there is none. @throws AppError */
  continuable(accountId: string): { walkId: number; cursor: string } | null {
    const broken = this.#connection.read(() => this.#continuable(accountId));
    return broken && { walkId: broken.walk.walkId, cursor: broken.cursor };
  }

  /** @throws AppError `nothing_to_continue` */
  resumeWalk(walkId: number): void {
    this.#connection.write(() => {
      getUnfinished(this.#connection, walkId);
      setBrokenOff(this.#connection, walkId, null);
    });
    this.#running.add(walkId);
  }

  /**
   * Adds one page. A row whose id the walk has met is counted as a double, and the first one stays.
   *
   * @throws AppError `disk_full` and the like; nothing of the page is then kept.
   */
  addPage(walkId: number, page: Page): number {
    return this.#connection.write(() =>
      addPage(this.#connection, getUnfinished(this.#connection, walkId), {
        ...page,
        at: this.#now(),
      }),
    );
  }

  /**
   * Ends a walk whose cursors came to their end. A whole one takes the place of the list and is compared with it; a
   * filtered one brings its rows into the list and removes none.
   *
   * @throws AppError; everything is then as it was.
   */
  completeWalk(walkId: number): Walk {
    const connection = this.#connection;
    const walk = connection.write(() => {
      const record = getUnfinished(connection, walkId);
      let { changes } = record;
      if (record.isWhole) changes = replaceList(connection, record);
      else mergeIntoList(connection, record);
      setComplete(connection, walkId, { endedAt: this.#now(), changes });
      forgetOldWalks(connection, record.accountId, this.#options.keptWalks);
      return this.#walk(walkId);
    });
    this.#running.delete(walkId);
    connection.foldLog();
    return walk;
  }

  /** Ends a walk before its end; its pages and its cursor stay. @throws AppError `nothing_to_continue` */
  breakOffWalk(walkId: number, errorCode: ErrorCode): Walk {
    this.#running.delete(walkId);
    return this.#connection.write(() => {
      getUnfinished(this.#connection, walkId);
      setBrokenOff(this.#connection, walkId, errorCode);
      return this.#walk(walkId);
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

  /** Forgets an account's list for good. None of its walks may be running. @throws AppError */
  removeAccount(accountId: string): void {
    this.#connection.write(() => deleteEverything(this.#connection, accountId));
    this.#connection.foldLog();
  }

  close(): void {
    this.#connection.close();
  }

  #continuable(accountId: string) {
    const record = getUnfinishedWhole(this.#connection, accountId);
    if (record?.cursor == null || this.#running.has(record.walk.walkId)) return null;
    return { walk: record.walk, cursor: record.cursor };
  }

  #walk(walkId: number): Walk {
    const record = getWalk(this.#connection, walkId);
    if (record === null) throw new Error(`There is no walk ${walkId}`);
    return record.walk;
  }

  #now(): string {
    return this.#options.now().toISOString();
  }
}
