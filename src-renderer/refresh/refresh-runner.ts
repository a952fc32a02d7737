import { allAccounts } from '../../src-shared/choices.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { Retry } from '../../src-shared/retry.ts';

export type RefreshState =
  | { status: 'idle' }
  /**
   * `ofRows` is `undefined` until the number of all rows is known. `retry` is set while the app waits to repeat a request.
   * `turn` is set if several accounts are refreshed.
   */
  | {
      status: 'running';
      rows: number;
      ofRows: number | undefined;
      retry?: Retry | undefined;
      turn?: RefreshTurn;
    }
  | { status: 'done' }
  /** The rows read so far are kept. The refresh can be resumed. */
  | { status: 'canceled' }
  /** The user closed the message about the error if `isHidden`. The list is still out of date. */
  | { status: 'failed'; error: AppError; isHidden?: true };

/** The account that is being refreshed, when several are refreshed in turn. */
interface RefreshTurn {
  accountId: string;
  /** From 1. */
  position: number;
  of: number;
}

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
  /** Returns why the last refresh of each account failed. Returns the same object until one of them changes. */
  failures: () => ReadonlyMap<string, AppError>;
  /** Calls `listener` after every change, until the returned function is called. */
  subscribe: (listener: () => void) => () => void;
  /**
   * Starts a refresh if none is running for the account. If one is being canceled, the new one starts when that has ended.
   *
   * @returns a promise that resolves when the refresh has ended.
   */
  start: (accountId: string, work: Work) => Promise<void>;
  /** Refreshes several accounts in turn, even if some fail. */
  startAll: (accountIds: readonly string[], workOf: (accountId: string) => Work) => Promise<void>;
  cancel: (accountId: string) => void;
  /** Hides the error of an account. It is still among the `failures`. */
  hideError: (accountId: string) => void;
  /** Resets the state of an account to `idle`. */
  dismiss: (accountId: string) => void;
}

export function createRefreshRunner(): RefreshRunner {
  let states: ReadonlyMap<string, RefreshState> = new Map();
  const running = new Map<string, { controller: AbortController; end: Promise<void> }>();
  const listeners = new Set<() => void>();
  let failures: ReadonlyMap<string, AppError> = new Map();
  const set = (accountId: string, state: RefreshState) => {
    states = new Map(states).set(accountId, state);
    const failed = [...states].flatMap(([id, each]) =>
      each.status === 'failed' ? [[id, each.error] as const] : [],
    );
    const isSame =
      failed.length === failures.size && failed.every(([id, error]) => failures.get(id) === error);
    if (!isSame) failures = new Map(failed);
    for (const listener of listeners) listener();
  };
  const run = async (accountId: string, work: Work, signal: AbortSignal): Promise<RefreshState> => {
    try {
      await work(signal, (rows, ofRows, retry) => {
        if (!signal.aborted) set(accountId, { status: 'running', rows, ofRows, retry });
      });
      return { status: 'done' };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return error.code === 'canceled' ? { status: 'canceled' } : { status: 'failed', error };
    }
  };
  const start: RefreshRunner['start'] = (accountId, work) => {
    const known = running.get(accountId);
    if (known !== undefined && !known.controller.signal.aborted) return known.end;
    const controller = new AbortController();
    const { signal } = controller;
    set(accountId, { status: 'running', rows: 0, ofRows: undefined });
    const runAndReport = async () => {
      // The main process refreshes an account only once at a time.
      if (known !== undefined) await Promise.allSettled([known.end]);
      try {
        const state = signal.aborted ? null : await run(accountId, work, signal);
        if (state !== null && !signal.aborted) set(accountId, state);
      } finally {
        if (running.get(accountId)?.controller === controller) running.delete(accountId);
      }
    };
    const end = runAndReport();
    running.set(accountId, { controller, end });
    return end;
  };
  const cancel: RefreshRunner['cancel'] = (accountId) => {
    const known = running.get(accountId);
    if (known === undefined || known.controller.signal.aborted) return;
    known.controller.abort();
    // At once, so that a new refresh can be started while this one still ends.
    set(accountId, { status: 'canceled' });
  };
  return {
    state: (accountId) => states.get(accountId) ?? idle,
    states: () => states,
    failures: () => failures,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start,
    startAll: (accountIds, workOf) =>
      start(allAccounts, async (signal) => {
        for (const [at, accountId] of accountIds.entries()) {
          const turn = { accountId, position: at + 1, of: accountIds.length };
          set(allAccounts, { status: 'running', rows: 0, ofRows: undefined, turn });
          const stop = () => cancel(accountId);
          signal.addEventListener('abort', stop, { once: true });
          await start(accountId, workOf(accountId));
          signal.removeEventListener('abort', stop);
          if (signal.aborted) throw new AppError({ code: 'canceled', message: 'Canceled' });
        }
      }),
    cancel,
    hideError: (accountId) => {
      const state = states.get(accountId);
      if (state?.status === 'failed') set(accountId, { ...state, isHidden: true });
    },
    dismiss: (accountId) => set(accountId, idle),
  };
}
