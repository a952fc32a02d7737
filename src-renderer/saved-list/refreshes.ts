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
type Work = (
  signal: AbortSignal,
  onProgress: (rows: number, ofRows: number | undefined) => void,
) => Promise<unknown>;

/**
 * The refreshes of all accounts, one at a time for each. They stand above the screens: who looks at another account for
 * a moment wants to find the first one's list new, not its refresh broken off.
 */
export interface Refreshes {
  /** The same object until something changes. */
  state: (accountId: string) => RefreshState;
  /** Calls `listener` for every change, until the returned function is called. */
  subscribe: (listener: () => void) => () => void;
  /** Does nothing while a refresh of the account runs. */
  start: (accountId: string, work: Work) => void;
  cancel: (accountId: string) => void;
  dismiss: (accountId: string) => void;
}

export function createRefreshes(): Refreshes {
  const states = new Map<string, RefreshState>();
  const controllers = new Map<string, AbortController>();
  const listeners = new Set<() => void>();
  const set = (accountId: string, state: RefreshState) => {
    states.set(accountId, state);
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
      controllers.delete(accountId);
    }
  };
  return {
    state: (accountId) => states.get(accountId) ?? idle,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: (accountId, work) => {
      if (controllers.has(accountId)) return;
      const controller = new AbortController();
      controllers.set(accountId, controller);
      set(accountId, { status: 'running', rows: 0, ofRows: undefined });
      void run(accountId, work, controller.signal).then((state) => set(accountId, state));
    },
    cancel: (accountId) => controllers.get(accountId)?.abort(),
    dismiss: (accountId) => set(accountId, idle),
  };
}
