import { AppError, type ErrorCode } from '../../src-shared/errors.ts';
import type { Filter } from '../../src-shared/list-tenants.ts';
import type { RefreshRun } from '../../src-shared/saved-list.ts';
import { recordsOf } from '../list-ids.ts';
import { PagingGuard } from '../etelecom/paging-guard.ts';
import { parseRows } from '../etelecom/wire.ts';
import type { FetchPage, WorkerCalls } from '../lists/calls.ts';
import type { CallContext } from '../rpc/calls.ts';
import { isRefusal, newestFirst, readNewest } from './read-newest.ts';
import type { RunStore } from './run-store.ts';

const hour = 3_600_000;

/** A run that is being read. */
interface OpenRun {
  listId: string;
  runId: number;
  filter: RefreshRun['filter'];
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
  readonly #now: () => Date;
  readonly #running = new Map<string, { controller: AbortController; ended: Promise<undefined> }>();

  constructor(store: RunStore, fetchPage: FetchPage, now = () => new Date()) {
    this.#store = store;
    this.#fetchPage = fetchPage;
    this.#now = now;
  }

  /**
   * Refreshes a list:
   *
   * - `quick` reads what was updated last. Reads all pages if the list must be read in full again, or if the server does
   *   not sort it.
   * - `whole` reads all pages.
   * - `resume` reads all pages from where the last run was interrupted, or from the first one if it cannot be resumed.
   *
   * If the server no longer accepts the run's cursor, starts again from the first page, once.
   *
   * @returns the complete run.
   * @throws AppError `refresh_running`, `list_shrank`, `cursor_repeated`, `answer_too_large`, `answer_incomplete`,
   * `canceled`, and whatever the API client and the store throw. The pages of a run that reads all are kept, and it can be
   * resumed.
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

  #run(request: Request, context: CallContext): Promise<RefreshRun> {
    switch (request.mode) {
      case 'quick':
        return this.#readNewest(request, context);
      case 'resume':
        return this.#readAll({ ...request, filter: {} }, context, this.#resume(request));
      case 'whole':
        return this.#readAll(request, context);
    }
  }

  async #readNewest(request: Request, context: CallContext): Promise<RefreshRun> {
    const { listId, historyDays } = request;
    const whole = { ...request, filter: {} };
    const cutoff = this.#isFullRunDue(request) ? null : this.#store.quickCutoff(listId);
    if (cutoff === null) return this.#readAll(whole, context);
    let rows = 0;
    const fetchPage = (after: string | null) => {
      const paging = { limit: 100, ...(after !== null && { after }) } as const;
      const query = { listId, filter: {}, sort: [newestFirst], paging };
      return this.#fetchPage(query, context.signal, (retry) =>
        context.onProgress(rows, undefined, retry),
      );
    };
    const newest = await readNewest({
      ...{ tenants: this.#store.status(listId).tenants, cutoff, now: this.#now, fetchPage },
      areInList: (tenants) => this.#store.areInList(listId, tenants),
      onProgress: (read) => {
        rows = read;
        context.onProgress(read);
      },
    }).catch((error: unknown) => {
      if (codeOf(error) === 'cursor_expired') return 'too long' as const;
      if (isRefusal(error)) return 'refused' as const;
      throw error;
    });
    if (typeof newest === 'object') {
      return this.#store.completeQuickRun(listId, newest, historyDays);
    }
    const run = await this.#readAll(whole, context);
    // A server that refuses every request, or refused this one by mistake, says nothing about the order.
    const isRefusedAgain = newest === 'refused' && (await isRefused(fetchPage(null)));
    if (newest === 'unsorted' || isRefusedAgain) this.#store.setQuickOff(listId, 'unsorted');
    return run;
  }

  /** Returns whether a quick refresh is not possible, or not enough. */
  #isFullRunDue({ listId, fullRefreshHours }: Request): boolean {
    const { state, readInFullAt, quickRefreshOff, interruptedRun, shrunkRun } =
      this.#store.status(listId);
    if (state !== 'complete' || readInFullAt === null || quickRefreshOff !== null) return true;
    if (interruptedRun !== null || shrunkRun !== null) return true;
    const age = this.#now().getTime() - Date.parse(readInFullAt);
    // A time in the future is not known to be recent: the clock was set back.
    return age > fullRefreshHours * hour || age < 0;
  }

  async #readAll(
    request: Request,
    context: CallContext,
    resumed: OpenRun | null = null,
  ): Promise<RefreshRun> {
    try {
      return await this.#readPages(resumed ?? this.#begin(request), context);
    } catch (error) {
      if (codeOf(error) !== 'cursor_expired') throw error;
      return await this.#readPages(this.#begin(request), context);
    }
  }

  #begin({ listId, filter, historyDays }: Request): OpenRun {
    const runId = this.#store.beginRun(listId, filter);
    return { listId, runId, filter, cursor: null, rows: 0, historyDays };
  }

  /** Returns `null` if there is no run to resume. */
  #resume({ listId, historyDays }: Request): OpenRun | null {
    const resumable = this.#store.resumableRun(listId);
    const interrupted = this.#store.status(listId).interruptedRun;
    if (resumable === null || interrupted === null) return null;
    this.#store.resumeRun(resumable.runId);
    const { filter, rows } = interrupted;
    return { listId, ...resumable, filter, rows, historyDays };
  }

  async #readPages(run: OpenRun, { signal, onProgress }: CallContext): Promise<RefreshRun> {
    const { listId, runId, filter, cursor } = run;
    const records = recordsOf(listId);
    const failure = new AbortController();
    const eitherSignal = AbortSignal.any([signal, failure.signal]);
    const ofRows = this.#expectedRows(run);
    let { rows } = run;
    const fetchPage = (after: string | null) => {
      const paging = { limit: 100, ...(after !== null && { after }) } as const;
      const body = this.#fetchPage(
        { listId, filter: toFilter(filter), paging },
        eitherSignal,
        (retry) => onProgress(rows, ofRows, retry),
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
        const { next, read } = parseRows(body, { records });
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

/** Returns whether a request is refused. Any other error says nothing about it. */
function isRefused(answer: Promise<unknown>): Promise<boolean> {
  return answer.then(() => false, isRefusal);
}

function toFilter({ name, ownerId }: RefreshRun['filter']): Filter {
  return {
    ...(name !== undefined && { name }),
    ...(ownerId !== undefined && { ownerIds: [ownerId] }),
  };
}

function codeOf(error: unknown): ErrorCode {
  return error instanceof AppError ? error.code : 'internal';
}
