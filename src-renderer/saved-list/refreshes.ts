import { allAccounts } from '../../src-shared/choices.ts';
import { AppError } from '../../src-shared/errors.ts';

export type RefreshState =
  | { status: 'idle' }
  | { status: 'running'; rows: number; ofRows: number | undefined }
  | { status: 'done' }
  /** What was read so far is kept, and can be gone on with. */
  | { status: 'canceled' }
  | { status: 'failed'; error: AppError };

const idle: RefreshState = { status: 'idle' };

/** Does the work of one refresh, telling how far it is. @throws AppError */
export type Work = (
  signal: AbortSignal,
  onProgress: (rows: number, ofRows: number | undefined) => void,
) => Promise<unknown>;

/**
 * The refreshes of all accounts, one at a time for each. They stand above the screens: who looks at another account for
 * a moment wants to find the first one's list new, not its refresh broken off.
 *
 * `allAccounts` stands for the refresh of several in turn. How far each is, and why it failed, is its own state.
 */
export interface Refreshes {
  /** The same object until something changes. */
  state: (accountId: string) => RefreshState;
  /** Of all that have had one; the same object until something changes. */
  states: () => ReadonlyMap<string, RefreshState>;
  /** Calls `listener` for every change, until the returned function is called. */
  subscribe: (listener: () => void) => () => void;
  /** Begins nothing while a refresh of the account runs. @returns when the one that runs then has ended. */
  start: (accountId: string, work: Work) => Promise<void>;
  /** Refreshes one account after the other, whatever becomes of each, until it is canceled. */
  startAll: (accountIds: readonly string[], workOf: (accountId: string) => Work) => Promise<void>;
  cancel: (accountId: string) => void;
  dismiss: (accountId: string) => void;
}

export function createRefreshes(): Refreshes {
  let states: ReadonlyMap<string, RefreshState> = new Map();
  const running = new Map<string, { controller: AbortController; end: Promise<void> }>();
  const listeners = new Set<() => void>();
  const set = (accountId: string, state: RefreshState) => {
    states = new Map(states).set(accountId, state);
    for (const listener of listeners) listener();
  };
  const run = async (accountId: string, work: Work, signal: AbortSignal): Promise<RefreshState> => {
    try {
      await work(signal, (rows, ofRows) => set(accountId, { status: 'running', rows, ofRows }));
      return { status: 'done' };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return error.code === 'canceled' ? { status: 'canceled' } : { status: 'failed', error };
    } finally {
      running.delete(accountId);
    }
  };
  const start: Refreshes['start'] = (accountId, work) => {
    const known = running.get(accountId);
    if (known !== undefined) return known.end;
    const controller = new AbortController();
    set(accountId, { status: 'running', rows: 0, ofRows: undefined });
    const end = run(accountId, work, controller.signal).then((state) => set(accountId, state));
    running.set(accountId, { controller, end });
    return end;
  };
  const cancel: Refreshes['cancel'] = (accountId) => running.get(accountId)?.controller.abort();
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
