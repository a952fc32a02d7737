import { join } from 'node:path';
import type { Baseline, ChangesSummary } from '../../src-shared/changes.ts';
import type { AppError } from '../../src-shared/errors.ts';
import type { Overview } from '../../src-shared/facets.ts';
import type { Filter, Paging, TenantPage } from '../../src-shared/list-tenants.ts';
import type { RecordField } from '../../src-shared/list-record.ts';
import type { MatchedValues, Matching } from '../../src-shared/matching.ts';
import type { TenantDetails } from '../../src-shared/saved-list.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import type { Clock } from '../../src-shared/time-zone.ts';
import { noAnnotations, type AnnotationsOf } from './annotations/list-annotations.ts';
import { ListSnapshot } from './list-snapshot.ts';
import type { ListFacets } from './query/facets.ts';
import { ListView, type Query } from './query/list-view.ts';
import { QueryCache } from './query/query-cache.ts';
import { countGrowth } from './query/count-growth.ts';
import {
  countUnseen,
  findComparison,
  summarizeChanges,
  type AccountOfList,
  type Comparison,
} from './query/summarize-changes.ts';
import { readTenantDetails } from './query/tenant-details.ts';
import { databaseNames } from './database-names.ts';
import { groupValues } from './query/group-values.ts';
import { RecentValues } from './index/recent-values.ts';
import { RowSet } from './rows/row-set.ts';
import { deleteList, findListIds } from './runs/delete-runs.ts';
import { findShownList } from './runs/shown-list.ts';
import { SavedRuns } from './saved-runs.ts';
import type { Connection } from './sqlite/connection.ts';
import { schemas } from './list-schemas.ts';
import { openDatabase, replaceDatabase } from './sqlite/open-database.ts';
import { Snapshots } from './sqlite/snapshots.ts';

/** One page of saved lists, with the list of each tenant. */
export interface SavedPage extends Required<Omit<TenantPage, 'source'>> {
  listIds: string[];
}

export interface OpenedStore {
  store: RecordStore;
  /** `store_unreadable` with the new path of the unreadable file, if there was one. */
  notice: AppError | null;
}

export interface StoreOptions {
  /** What the rows of the lists are. */
  records?: RecordKind;
  /** How long to wait for a lock that another program holds. */
  busyMilliseconds?: number;
  /** The same while the database is opened. */
  openMilliseconds?: number;
  now?: () => Date;
  /** Returns what the user has noted about the tenants of a list. The default is nothing. */
  annotationsOf?: AnnotationsOf;
}

/**
 * Opens the database of a kind of records in the app's data folder, or creates it. An unreadable file is moved aside first.
 *
 * @throws AppError `store_too_new`, `store_failed` (another program holds a lock), or the code of a full disk or an
 * unusable folder.
 */
export function openStore(
  dataFolder: string,
  {
    records = 'tenants',
    busyMilliseconds = 5000,
    openMilliseconds = busyMilliseconds,
    now = () => new Date(),
    annotationsOf = () => noAnnotations,
  }: StoreOptions = {},
  open = openDatabase,
): OpenedStore {
  const { connection, notice } = open(join(dataFolder, databaseNames[records]), {
    schema: schemas[records],
    busyMilliseconds: openMilliseconds,
    now,
  });
  connection.execute(`PRAGMA busy_timeout = ${busyMilliseconds}`);
  const options = { busyMilliseconds, now, annotationsOf };
  return { store: new RecordStore(connection, options), notice };
}

/** Moves a damaged database aside, which the notice names, and creates a new one. @throws AppError */
export function replaceStore(dataFolder: string, options?: StoreOptions): OpenedStore {
  return openStore(dataFolder, options, replaceDatabase);
}

/**
 * The lists saved on this computer. A saved list has the rows that its last complete full run read, with those of later
 * quick and filtered runs.
 *
 * All methods block the thread, so the store is used in a worker.
 *
 * The folders import in one direction: query → history → runs → index → rows → sqlite. Annotations are in a database of
 * their own.
 */
export class RecordStore extends SavedRuns {
  readonly #connection: Connection;
  readonly #options: Required<Omit<StoreOptions, 'records' | 'openMilliseconds'>>;
  readonly #cache = new QueryCache();
  readonly #snapshots: Snapshots;
  /** By the fields and the version of the list. */
  readonly #grouped = new RecentValues<string, ReadonlyMap<string, readonly string[]>>(20);

  constructor(
    connection: Connection,
    options: Required<Omit<StoreOptions, 'records' | 'openMilliseconds'>>,
  ) {
    super(connection, options);
    this.#connection = connection;
    this.#options = options;
    this.#snapshots = new Snapshots(connection, options.busyMilliseconds);
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

  /** Finds which of some values the tenants of the lists have. @throws AppError `nothing_saved` */
  matchValues(listIds: readonly string[], matching: Matching): MatchedValues {
    return this.#connection.read(() => this.#view(listIds, { filter: {} }).matchValues(matching));
  }

  /**
   * Returns the values that the rows of a list have in one field, by their values in another one. None if the list was
   * never read, and none for rows that lack a value. @throws AppError
   */
  valuesBy(
    by: RecordField,
    field: RecordField,
    listId: string,
  ): ReadonlyMap<string, readonly string[]> {
    return this.#connection.read(() => {
      const shown = findShownList(this.#connection, listId);
      if (shown === null) return new Map();
      const { record, tenants, version } = shown;
      const { runId } = record.run;
      return this.#grouped.getOrCreate(`${by} ${field} ${runId} ${version}`, () =>
        groupValues(new RowSet(this.#connection, runId, 'read'), tenants, by, field),
      );
    });
  }

  /** Counts the tenants for each value that the lists can be filtered by. @throws AppError `nothing_saved` */
  facets(listIds: readonly string[], filter: Filter, clock: Clock): ListFacets {
    const today = { now: this.#options.now(), clock };
    return this.#connection.read(() => this.#view(listIds, { filter }).facets(today));
  }

  /** Counts the matching tenants of each list, in the order of `listIds`. @throws AppError `nothing_saved` */
  countByList(listIds: readonly string[], filter: Filter): number[] {
    if (listIds.length === 0) return [];
    return this.#connection.read(() => {
      const counts = this.#view(listIds, { filter }).countByList();
      return listIds.map((listId) => counts.get(listId) ?? 0);
    });
  }

  /** @throws AppError `nothing_saved` */
  overview(lists: readonly AccountOfList[], filter: Filter, clock: Clock): Overview {
    const today = { now: this.#options.now(), clock };
    const listIds = lists.map(({ listId }) => listId);
    return this.#connection.read(() => ({
      ...this.#view(listIds, { filter }).overview(today),
      ...countGrowth(this.#source, lists, filter, today),
    }));
  }

  /** Counts what has changed in the lists since a baseline. @throws AppError */
  changes(lists: readonly AccountOfList[], since: Baseline): ChangesSummary {
    return this.#connection.read(() => summarizeChanges(this.#source, lists, since));
  }

  /** Finds the moments that a baseline compares. Unlike `changes`, reads no changes into memory. @throws AppError */
  comparison(lists: readonly AccountOfList[], since: Baseline): Comparison {
    return this.#connection.read(() => findComparison(this.#connection, lists, since));
  }

  /** Counts the unseen changes of each list. @throws AppError */
  countUnseen(listIds: readonly string[]): number[] {
    return this.#connection.read(() => listIds.map((listId) => countUnseen(this.#source, listId)));
  }

  /** Opens the lists as they are now. The caller must dispose the snapshot. @throws AppError */
  snapshot(listIds: readonly string[]): ListSnapshot {
    // The annotations of a snapshot do not change either.
    const annotations = new Map(
      listIds.map((listId) => [listId, this.#options.annotationsOf(listId)]),
    );
    return new ListSnapshot({
      ...this.#snapshots.open(),
      ...{ cache: this.#cache, listIds },
      annotationsOf: (listId) => annotations.get(listId) ?? noAnnotations,
    });
  }

  /**
   * Reads a tenant that is listed, or one that is gone and whose changes are still kept.
   *
   * @throws AppError `tenant_not_saved`; also for an empty id, which can belong to several tenants.
   */
  details(listId: string, tenantId: string): TenantDetails {
    return this.#connection.read(() => readTenantDetails(this.#source, listId, tenantId));
  }

  /** Returns the ids of the lists that begin with `start`, also of those that were never read in full. @throws AppError */
  listIds(start: string): string[] {
    return this.#connection.read(() => findListIds(this.#connection, start));
  }

  /**
   * Deletes lists and all their runs, of which none may be active. No file contains anything of them afterwards, or if an
   * export is reading, after that. @throws AppError
   */
  removeLists(listIds: readonly string[]): void {
    this.#connection.write(() => {
      for (const listId of listIds) deleteList(this.#connection, listId);
    });
    // Also if there was nothing to delete: an earlier attempt may have failed here, because the disk was full.
    this.#snapshots.erase();
  }

  close(): void {
    this.#snapshots.tryToErase();
    this.#connection.close();
  }

  get #source() {
    const { annotationsOf } = this.#options;
    return { connection: this.#connection, cache: this.#cache, annotationsOf };
  }

  #view(listIds: readonly string[], query: Query): ListView {
    return new ListView({ ...this.#source, listIds, ...query });
  }
}
