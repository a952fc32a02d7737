import { AppError, type ErrorCode } from '../../src-shared/errors.ts';
import type { RefreshRun, SavedListStatus } from '../../src-shared/saved-list.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import { addPage, type RunPage } from './runs/add-page.ts';
import { areInList } from './runs/are-in-list.ts';
import { assertKept } from './runs/assert-kept.ts';
import { completeQuickRun, completeRun, type QuickRun } from './runs/complete-run.ts';
import { deleteRun } from './runs/delete-runs.ts';
import { quickCutoff } from './runs/quick-cutoff.ts';
import {
  beginPeriod,
  beginRun,
  findUnfinishedFullRun,
  getRun,
  getUnfinishedRun,
  setErrorCode,
} from './runs/refresh-runs.ts';
import { findSavedList, setSavedList, type SavedList } from './runs/saved-lists.ts';
import { getStatus } from './runs/shown-list.ts';
import { getShrunkRun, shrunk } from './runs/shrunk-run.ts';
import { readUnreadableRows } from './runs/unreadable-rows.ts';
import { assertExists } from './sqlite/assert-exists.ts';
import type { Connection } from './sqlite/connection.ts';

/** Pages that are older than this are read again. In milliseconds. */
const longestInterruption = 60 * 60_000;

type QuickOffReason = NonNullable<SavedListStatus['quickRefreshOff']>['reason'];

interface StoreOptions {
  /** How long to wait for a lock that another program holds. */
  busyMilliseconds: number;
  now: () => Date;
}

/**
 * The refresh runs of the saved lists, and what is stored about each list. A run gathers its rows separately and changes
 * the list in one transaction, so a crash at any moment leaves a complete list.
 */
export class SavedRuns {
  readonly #connection: Connection;
  readonly #options: StoreOptions;
  /** The runs that this store has begun or resumed and that have not ended. */
  readonly #activeRuns = new Set<number>();

  constructor(connection: Connection, options: StoreOptions) {
    this.#connection = connection;
    this.#options = options;
  }

  /** @throws AppError */
  status(listId: string): SavedListStatus {
    return this.#connection.read(() =>
      getStatus(this.#connection, listId, this.#findInterrupted(listId)?.run ?? null),
    );
  }

  /**
   * Begins a run: a full one, or with a filter, a filtered one. A full run deletes the rows that an interrupted full run
   * has read.
   *
   * @returns the id of the run.
   * @throws AppError
   */
  beginRun(listId: string, filter: RefreshRun['filter']): number {
    assertExists(this.#connection.path);
    const startedAt = this.#now();
    const runId = this.#connection.write(() =>
      beginRun(this.#connection, { listId, filter, startedAt }),
    );
    this.#activeRuns.add(runId);
    return runId;
  }

  /**
   * Finds the interrupted full run of a list, and the cursor to resume it from. Returns `null` also for a run that was
   * interrupted more than an hour ago, or that the list was refreshed after. @throws AppError
   */
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
   * Adds a page to a run. A row whose id the run has already read is counted as a duplicate. Of the two, the row that was
   * updated later is kept, or the first one.
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
   * Ends a run that has read its last page. A full run replaces the list, and the rows of a filtered run are merged into
   * it. All changes of the list are recorded. The result is on the disk when this returns.
   *
   * @param historyDays how long the history is kept; 0 is always.
   * @throws AppError `list_shrank` if a full run would remove more than half of the list. It then waits for
   * `decideShrunkRun`. After any other error, nothing has changed.
   */
  completeRun(runId: number, historyDays = 0): RefreshRun {
    const connection = this.#connection;
    const run = this.#complete(() => {
      const record = getUnfinishedRun(connection, runId);
      return completeRun(connection, record, { now: this.#now(), historyDays });
    });
    if (!run.isComplete) {
      throw new AppError({
        code: shrunk,
        message: `The server's list has only ${run.rows} tenants`,
      });
    }
    return run;
  }

  /** Stores a quick run that has ended, and merges its rows into the list. The rest is like `completeRun`. @throws AppError */
  completeQuickRun(listId: string, run: QuickRun, historyDays = 0): RefreshRun {
    assertExists(this.#connection.path);
    return this.#complete(() =>
      completeQuickRun(this.#connection, listId, run, { now: this.#now(), historyDays }),
    );
  }

  /**
   * Returns the time before which a quick run does not look for changes, in milliseconds since 1970; `null` if the list
   * must be read in full. @throws AppError
   */
  quickCutoff(listId: string): number | null {
    const saved = this.#connection.read(() => findSavedList(this.#connection, listId));
    return saved && quickCutoff(saved);
  }

  /** Returns for each tenant whether the list has it with the same values. @throws AppError */
  areInList(listId: string, tenants: readonly ListRecord[]): boolean[] {
    return this.#connection.read(() => areInList(this.#connection, listId, tenants));
  }

  /** Notes why quick runs cannot be trusted, unless a reason is known already. @throws AppError */
  setQuickOff(listId: string, reason: QuickOffReason): void {
    this.#update(listId, ({ quickOff }) => ({ quickOff: quickOff ?? { reason, at: this.#now() } }));
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

  /** Marks the changes up to a run as seen. Returns the run before; `null` if none were seen. @throws AppError */
  setSeen(listId: string, runId: number | null): number | null {
    return this.#update(listId, () => ({ seenRunId: runId }))?.seenRunId ?? null;
  }

  /** Marks the run that an export contains, for the baseline `lastExport`. Does nothing for a deleted list. @throws AppError */
  setExported(listId: string, runId: number): void {
    this.#update(listId, () => ({ exportedRunId: runId }));
  }

  /** Returns the JSON of the rows that the last full run could not read, at most 100. @throws AppError */
  unreadableRows(listId: string): { raw: string }[] {
    return this.#connection.read(() => readUnreadableRows(this.#connection, listId, 100));
  }

  /** Replaces the list by that of a run that shrank it, or deletes the run. @throws AppError `nothing_to_resume` */
  decideShrunkRun(listId: string, runId: number, use: boolean): void {
    const connection = this.#connection;
    if (use) {
      this.#complete(() =>
        completeRun(connection, getShrunkRun(connection, listId, runId), {
          ...{ now: this.#now(), historyDays: 0, mayShrink: true },
        }),
      );
      return;
    }
    connection.write(() => {
      deleteRun(connection, getShrunkRun(connection, listId, runId).run.runId);
    });
  }

  /** Completes a run in a transaction that is on the disk afterwards. */
  #complete(complete: () => RefreshRun): RefreshRun {
    const connection = this.#connection;
    const run = connection.writeDurably(complete);
    this.#activeRuns.delete(run.runId);
    if (run.isComplete) assertKept(connection.path, run, this.#options.busyMilliseconds);
    // Afterwards, so that the caller need not wait for it. It fails harmlessly if the store is closed by then.
    setImmediate(() => connection.checkpoint());
    return run;
  }

  /** Changes what is stored about a list, if it was read. Returns what was stored before. */
  #update(listId: string, change: (saved: SavedList) => Partial<SavedList>): SavedList | null {
    return this.#connection.write(() => {
      const saved = findSavedList(this.#connection, listId);
      if (saved !== null) {
        setSavedList(this.#connection, listId, { ...saved, ...change(saved) });
      }
      return saved;
    });
  }

  #findInterrupted(listId: string) {
    const record = findUnfinishedFullRun(this.#connection, listId);
    if (record?.nextCursor == null || this.#activeRuns.has(record.run.runId)) return null;
    const age = this.#options.now().getTime() - Date.parse(record.lastPageAt ?? '');
    // A page of the future was read before the clock was set back, which may be long ago.
    if (!(Math.abs(age) <= longestInterruption)) return null;
    return { run: record.run, cursor: record.nextCursor };
  }

  #now(): string {
    return this.#options.now().toISOString();
  }
}
