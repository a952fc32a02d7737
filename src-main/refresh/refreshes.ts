import { setImmediate } from 'node:timers/promises';
import { AppError, type ErrorCode } from '../../src-shared/errors.ts';
import type { RefreshRequest, SavedListStatus, RefreshRun } from '../../src-shared/saved-list.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import { maximumPagesWithoutNews } from '../../src-shared/walking.ts';

/** What the server gave for one cursor. */
export interface ReadPage {
  /** The cursor of the next page; `null` at the end. */
  next: string | null;
  /** The tenants with their JSON, and the JSON of the rows that are not a tenant. */
  read: () => { rows: { tenant: Tenant; raw: string }[]; unreadable: string[] };
}

/** Of the saved list what a run needs. */
export interface RunStore {
  status(accountId: string): SavedListStatus;
  beginRun(accountId: string, filter: RefreshRun['filter']): number;
  resumableRun(accountId: string): { runId: number; cursor: string } | null;
  resumeRun(runId: number): void;
  /** @returns how many of its rows the run had not met before. */
  addPage(
    runId: number,
    page: {
      rows: { tenant: Tenant; raw: string }[];
      unreadable: string[];
      cursor: string | null;
      milliseconds: number;
    },
  ): number;
  completeRun(runId: number): RefreshRun;
  interruptRun(runId: number, errorCode: ErrorCode): RefreshRun;
}

export interface RefreshOptions {
  /** Reads the page behind a cursor, the first one without. */
  readPage: (
    filter: RefreshRun['filter'],
    after: string | null,
    signal: AbortSignal,
  ) => Promise<ReadPage>;
  signal: AbortSignal;
  /** Told after every page how many rows are read, and how many the last complete list had where that says anything. */
  onProgress: (rows: number, ofRows?: number) => void;
}

/** A run that is under way. */
interface Course {
  runId: number;
  filter: RefreshRun['filter'];
  cursor: string | null;
  /** Read before it broke off. */
  rows: number;
}

/** Walks the server's pages into the saved list, one run at a time for each account. */
export class Refreshes {
  readonly #store: RunStore;
  readonly #running = new Map<string, { controller: AbortController; ended: Promise<undefined> }>();

  constructor(store: RunStore) {
    this.#store = store;
  }

  /**
   * Walks from the first page, or from where the last run broke off, to the end. A cursor that the server does not
   * take any more begins the run anew, once.
   *
   * @returns the run, complete.
   * @throws AppError `refresh_running`, `nothing_to_continue`, `cursor_repeated`, `canceled`, and whatever `readPage`
   * and the store throw; what was read is then kept, and the run can be continued.
   */
  async run(request: RefreshRequest, options: RefreshOptions): Promise<RefreshRun> {
    const { accountId } = request;
    if (this.#running.has(accountId)) {
      throw new AppError({ code: 'refresh_running', message: 'A refresh is running' });
    }
    const controller = new AbortController();
    const { promise: ended, resolve: end } = Promise.withResolvers<undefined>();
    this.#running.set(accountId, { controller, ended });
    const signal = AbortSignal.any([options.signal, controller.signal]);
    try {
      return await this.#run(request, { ...options, signal });
    } finally {
      this.#running.delete(accountId);
      end(undefined);
    }
  }

  /** Cancels the run of an account, if there is one, and waits until it has ended. */
  async cancel(accountId: string): Promise<void> {
    const running = this.#running.get(accountId);
    running?.controller.abort();
    await running?.ended;
  }

  async #run(
    { accountId, mode, filter }: RefreshRequest,
    options: RefreshOptions,
  ): Promise<RefreshRun> {
    const course = mode === 'continue' ? this.#resume(accountId) : this.#begin(accountId, filter);
    try {
      return await this.#readPages(accountId, course, options);
    } catch (error) {
      if (codeOf(error) !== 'cursor_expired') throw error;
      return await this.#readPages(accountId, this.#begin(accountId, course.filter), options);
    }
  }

  #begin(accountId: string, filter: RefreshRun['filter']): Course {
    return { runId: this.#store.beginRun(accountId, filter), filter, cursor: null, rows: 0 };
  }

  #resume(accountId: string): Course {
    const kept = this.#store.resumableRun(accountId);
    const run = this.#store.status(accountId).interruptedRun;
    if (kept === null || run === null) {
      throw new AppError({ code: 'nothing_to_continue', message: 'No run has broken off' });
    }
    this.#store.resumeRun(kept.runId);
    return { ...kept, filter: run.filter, rows: run.rows };
  }

  async #readPages(
    accountId: string,
    { runId, filter, cursor, rows: rowsBefore }: Course,
    { readPage, signal, onProgress }: RefreshOptions,
  ): Promise<RefreshRun> {
    const broken = new AbortController();
    const read = (after: string | null) => {
      const page = readPage(filter, after, AbortSignal.any([signal, broken.signal]));
      // Looked at only after the page before is stored, which may fail.
      page.catch(() => undefined);
      return page;
    };
    const cursors = new Set(cursor === null ? [] : [cursor]);
    const ofRows = this.#rowsToExpect(accountId, filter);
    let rows = rowsBefore;
    let pagesWithoutNews = 0;
    let since = performance.now();
    try {
      let coming = read(cursor);
      for (;;) {
        const page = await coming;
        const { next } = page;
        const isRepeated = next !== null && cursors.has(next);
        if (next !== null && !isRepeated) {
          cursors.add(next);
          coming = read(next);
          // The request is on its way before the thread is busy with reading and storing.
          await setImmediate();
        }
        const now = performance.now();
        const content = page.read();
        const newRows = this.#store.addPage(runId, {
          ...content,
          cursor: next,
          milliseconds: Math.round(now) - Math.round(since),
        });
        since = now;
        rows += newRows;
        pagesWithoutNews = newRows === 0 ? pagesWithoutNews + 1 : 0;
        onProgress(rows, ofRows);
        if (isRepeated || pagesWithoutNews > maximumPagesWithoutNews) {
          const message = 'The server goes round in circles';
          throw new AppError({ code: 'cursor_repeated', message });
        }
        if (next === null) return this.#store.completeRun(runId);
      }
    } catch (error) {
      broken.abort();
      this.#breakOff(runId, codeOf(error));
      throw error;
    }
  }

  #rowsToExpect(accountId: string, { name, ownerId }: RefreshRun['filter']): number | undefined {
    if (name !== undefined || ownerId !== undefined) return undefined;
    return this.#store.status(accountId).completeRun?.rows;
  }

  #breakOff(runId: number, errorCode: ErrorCode): void {
    try {
      this.#store.interruptRun(runId, errorCode);
    } catch {
      // A full disk that broke the run refuses this as well. The first error is the one to tell, and a run without
      // an end can be continued like one that was broken off.
    }
  }
}

function codeOf(error: unknown): ErrorCode {
  return error instanceof AppError ? error.code : 'internal';
}
