import { allAccounts } from '../../src-shared/choices.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { Retry } from '../../src-shared/retry.ts';

export type RefreshState =
  | { status: 'idle' }
  /** `ofRows` is `undefined` until the number of all rows is known. `retry` is set while the app waits to repeat a request. */
  | {
      status: 'running';
      rows: number;
      ofRows: number | undefined;
      retry?: Retry | undefined;
    }
  | { status: 'done' }
  /** The rows read so far are kept. The refresh can be resumed. */
  | { status: 'canceled' }
  | { status: 'failed'; error: AppError };

export const idle: RefreshState = { status: 'idle' };

/** Refreshes one account and reports its progress. @throws AppError */
export type Work = (
  signal: AbortSignal,
  onProgress: (rows: number, ofRows: number | undefined, retry?: Retry) => void,
) => Promise<unknown>;

/**
 * Runs the refreshes of all accounts, at most one per account. It outlives the screens, so that a refresh continues when
 * the user shows another account.
 *
 * The id `allAccounts` names a refresh of several accounts in turn. Each account also has its own state during it.
 */
export interface RefreshRunner {
  /** Returns the same object until the state changes. */
  state: (accountId: string) => RefreshState;
  /** Returns the states of all accounts that were refreshed. Returns the same object until one of them changes. */
  states: () => ReadonlyMap<string, RefreshState>;
  /** Calls `listener` after every change, until the returned function is called. */
  subscribe: (listener: () => void) => () => void;
  /** Starts a refresh if none is running for the account. @returns a promise that resolves when the refresh has ended. */
  start: (accountId: string, work: Work) => Promise<void>;
  /** Refreshes several accounts in turn, even if some fail. */
  startAll: (accountIds: readonly string[], workOf: (accountId: string) => Work) => Promise<void>;
  cancel: (accountId: string) => void;
  /** Resets the state of an account to `idle`. */
  dismiss: (accountId: string) => void;
}

export function createRefreshRunner(): RefreshRunner {
  let states: ReadonlyMap<string, RefreshState> = new Map();
  const running = new Map<string, { controller: AbortController; end: Promise<void> }>();
  const listeners = new Set<() => void>();
  const set = (accountId: string, state: RefreshState) => {
    states = new Map(states).set(accountId, state);
    for (const listener of listeners) listener();
  };
  const run = async (accountId: string, work: Work, signal: AbortSignal): Promise<RefreshState> => {
    try {
      await work(signal, (rows, ofRows, retry) =>
        set(accountId, { status: 'running', rows, ofRows, retry }),
      );
      return { status: 'done' };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return error.code === 'canceled' ? { status: 'canceled' } : { status: 'failed', error };
    } finally {
      running.delete(accountId);
    }
  };
  const start: RefreshRunner['start'] = (accountId, work) => {
    const known = running.get(accountId);
    if (known !== undefined) return known.end;
    const controller = new AbortController();
    set(accountId, { status: 'running', rows: 0, ofRows: undefined });
    const end = run(accountId, work, controller.signal).then((state) => set(accountId, state));
    running.set(accountId, { controller, end });
    return end;
  };
  const cancel: RefreshRunner['cancel'] = (accountId) => running.get(accountId)?.controller.abort();
  return {
    state: (accountId) => states.get(accountId) ?? idle,
    states: () => states,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start,
    startAll: (accountIds, workOf) =>
      start(allAccounts, async (signal) => {
        for (const accountId of accountIds) {
          const stop = () => cancel(accountId);
          signal.addEventListener('abort', stop, { once: true });
          await start(accountId, workOf(accountId));
          signal.removeEventListener('abort', stop);
          if (signal.aborted) throw new AppError({ code: 'canceled', message: 'Canceled' });
        }
      }),
    cancel,
    dismiss: (accountId) => set(accountId, idle),
  };
}
