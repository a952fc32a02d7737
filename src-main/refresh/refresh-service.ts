import { AppError, type ErrorCode } from '../../src-shared/errors.ts';
import type { RefreshRun, SavedListStatus } from '../../src-shared/saved-list.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import { PagingGuard } from '../etelecom/paging-guard.ts';
import { parseRows, type ReadRows } from '../etelecom/wire.ts';
import type { FetchPage, WorkerCalls } from '../lists/calls.ts';
import type { CallContext } from '../rpc/calls.ts';

type RunFilter = RefreshRun['filter'];

/** The part of the store that a refresh needs. */
export interface RunStore {
  status(listId: string): SavedListStatus;
  beginRun(listId: string, filter: RunFilter): number;
  /** Returns `null` also for a run that is too old to be resumed, or that the list was refreshed after. */
  resumableRun(listId: string): { runId: number; cursor: string } | null;
  resumeRun(runId: number): void;
  /** Stores a page and returns how many of its rows were not on an earlier page of the run. */
  addPage(runId: number, page: ReadRows & { cursor: string | null; milliseconds: number }): number;
  /**
   * @param historyDays how long the history is kept; 0 is always.
   * @throws AppError `list_shrank` if more than half of the list would be removed. The run then waits for a decision.
   */
  completeRun(runId: number, historyDays: number): RefreshRun;
  interruptRun(runId: number, errorCode: ErrorCode): RefreshRun;
}

/** The part of the store that a quick refresh needs. */
export interface QuickRunStore {
  /**
   * Returns the time before which a changed tenant cannot be found by its update: the newest `updatedAt` of a list, minus
   * ten minutes for updates that the server shows late. In milliseconds since 1970; `null` if no tenant has a usable time.
   */
  quickLimit(listId: string): number | null;
  /** Returns whether the list has each tenant with the same values. A tenant without an id is never in the list. */
  areInList(listId: string, tenants: readonly Tenant[]): boolean[];
  /**
   * Merges the rows of a quick run into the list, records the changes, and stores the run as complete. All is on the
   * disk when this returns.
   */
  completeQuickRun(listId: string, run: QuickRun, historyDays: number): RefreshRun;
  /** Makes every refresh of a list read the whole list. */
  setQuickOff(listId: string, reason: 'missed' | 'unsorted'): void;
}

/** What a quick run has read. It is kept in memory, because it is small and never resumed. */
export interface QuickRun extends ReadRows {
  /** ISO 8601 in UTC. */
  startedAt: string;
  milliseconds: number;
  pages: number;
  /** Rows of tenants that had been read before. */
  duplicates: number;
}

/** A run that is being read. */
interface OpenRun {
  listId: string;
  runId: number;
  filter: RunFilter;
  /** The cursor of the page to read first; `null` for the first page of the list. */
  cursor: string | null;
  /** The rows that were read before the run was interrupted. */
  rows: number;
  historyDays: number;
}

/** Which list to refresh, and how. */
type Request = WorkerCalls['refreshList']['request'];

/**
 * Reads the server's pages into a saved list, with one run at a time for each list.
 *
 * One chain of abort signals cancels a refresh: page → bridge call → worker call → run → `fetchPage` call → HTTP request.
 */
export class RefreshService {
  readonly #store: RunStore;
  readonly #fetchPage: FetchPage;
  readonly #running = new Map<string, { controller: AbortController; ended: Promise<undefined> }>();

  constructor(store: RunStore, fetchPage: FetchPage) {
    this.#store = store;
    this.#fetchPage = fetchPage;
  }

  /**
   * Reads all pages, either from the first one or from where the last run was interrupted. If the server no longer
   * accepts the run's cursor, starts again from the first page, once.
   *
   * @returns the complete run.
   * @throws AppError `refresh_running`, `nothing_to_resume`, `cursor_repeated`, `answer_too_large`, `answer_incomplete`,
   * `canceled`, and whatever the API client and the store throw. The pages that were read are kept, and the run can be resumed.
   */
  async run(request: Request, { signal, onProgress }: CallContext): Promise<RefreshRun> {
    const { listId } = request;
    if (this.#running.has(listId)) {
      throw new AppError({ code: 'refresh_running', message: 'A refresh is running' });
    }
    const controller = new AbortController();
    const { promise: ended, resolve: end } = Promise.withResolvers<undefined>();
    this.#running.set(listId, { controller, ended });
    const eitherSignal = AbortSignal.any([signal, controller.signal]);
    try {
      return await this.#run(request, { signal: eitherSignal, onProgress });
    } finally {
      this.#running.delete(listId);
      end(undefined);
    }
  }

  /** Cancels the run of a list, if there is one, and waits until it has ended. */
  async cancel(listId: string): Promise<void> {
    const running = this.#running.get(listId);
    running?.controller.abort();
    await running?.ended;
  }

  /** Cancels the runs of all lists and waits until they have ended. */
  async cancelAll(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((listId) => this.cancel(listId)));
  }

  async #run(request: Request, context: CallContext): Promise<RefreshRun> {
    const run = request.mode === 'resume' ? this.#resume(request) : this.#begin(request);
    try {
      return await this.#readPages(run, context);
    } catch (error) {
      if (codeOf(error) !== 'cursor_expired') throw error;
      return await this.#readPages(this.#begin({ ...request, filter: run.filter }), context);
    }
  }

  #begin({ listId, filter, historyDays }: Request): OpenRun {
    const runId = this.#store.beginRun(listId, filter);
    return { listId, runId, filter, cursor: null, rows: 0, historyDays };
  }

  #resume({ listId, historyDays }: Request): OpenRun {
    const resumable = this.#store.resumableRun(listId);
    const interrupted = this.#store.status(listId).interruptedRun;
    if (resumable === null || interrupted === null) {
      throw new AppError({ code: 'nothing_to_resume', message: 'No run was interrupted' });
    }
    this.#store.resumeRun(resumable.runId);
    const { filter, rows } = interrupted;
    return { listId, ...resumable, filter, rows, historyDays };
  }

  async #readPages(run: OpenRun, { signal, onProgress }: CallContext): Promise<RefreshRun> {
    const { listId, runId, filter, cursor } = run;
    const failure = new AbortController();
    const eitherSignal = AbortSignal.any([signal, failure.signal]);
    const ofRows = this.#expectedRows(run);
    let { rows } = run;
    const fetchPage = (after: string | null) => {
      const paging = { limit: 100, ...(after !== null && { after }) } as const;
      const body = this.#fetchPage({ listId, filter, paging }, eitherSignal, (retryAt) =>
        onProgress(rows, ofRows, retryAt),
      );
      // If storing the page before fails, nothing awaits this promise.
      body.catch(() => undefined);
      return body;
    };
    const guard = new PagingGuard(cursor, rows);
    let start = performance.now();
    try {
      let nextBody = fetchPage(cursor);
      for (;;) {
        const body = await nextBody;
        const { next, hasList, read } = parseRows(body);
        // The main thread fetches the next page while this thread stores the current one.
        if (next !== null && guard.follow(next)) nextBody = fetchPage(next);
        const end = performance.now();
        const milliseconds = Math.round(end) - Math.round(start);
        start = end;
        const newRows = this.#store.addPage(runId, { ...read(), cursor: next, milliseconds });
        rows += newRows;
        onProgress(rows, ofRows);
        guard.check(newRows, body.length);
        if (next !== null) continue;
        if (!hasList && rows === 0 && ofRows) throw nullForList();
        return this.#store.completeRun(runId, run.historyDays);
      }
    } catch (error) {
      failure.abort();
      this.#interrupt(runId, codeOf(error));
      throw error;
    }
  }

  /** Returns the rows of the last complete run, unless a filter makes that number meaningless. */
  #expectedRows({ listId, filter }: OpenRun): number | undefined {
    if (filter.name !== undefined || filter.ownerId !== undefined) return undefined;
    return this.#store.status(listId).completeRun?.rows;
  }

  #interrupt(runId: number, errorCode: ErrorCode): void {
    try {
      this.#store.interruptRun(runId, errorCode);
    } catch {
      // A full disk that ended the run also fails this write. The caller needs the first error. A run that has no end in
      // the database can be resumed like an interrupted one.
    }
  }
}

/** Null is how some servers write an empty list, but after a list with tenants it is more likely a fault. */
function nullForList(): AppError {
  return new AppError({
    code: 'answer_incomplete',
    message: 'The server sent null instead of a list that had tenants before',
  });
}

function codeOf(error: unknown): ErrorCode {
  return error instanceof AppError ? error.code : 'internal';
}
