import { useSyncExternalStore } from 'react';
import type { AppError } from '../../src-shared/errors.ts';
import type { RefreshState } from './refresh-runner.ts';
import { useRefreshRunner } from './refresh-runner-context.ts';
import { useRefreshWork, type RefreshOptions } from './use-refresh-work.ts';

/** Returns functions that start and cancel the refresh of an account. */
export function useRefresh(accountId: string) {
  const runner = useRefreshRunner();
  const workOf = useRefreshWork();
  return {
    /** @param options `filter` refreshes only the tenants that match, and removes no others. */
    start: (
      mode: RefreshOptions['mode'],
      options: Partial<Pick<RefreshOptions, 'records' | 'filter'>> = {},
    ) => void runner.start(accountId, workOf(accountId, { mode, filter: {}, ...options })),
    cancel: () => runner.cancel(accountId),
    /** Hides the error of the last refresh. */
    hideError: () => runner.hideError(accountId),
    /** Forgets how the last refresh ended. */
    dismiss: () => runner.dismiss(accountId),
  };
}

/** Returns the state of an account's refresh. The component renders again with each progress report. */
export function useRefreshState(accountId: string): RefreshState {
  const runner = useRefreshRunner();
  return useSyncExternalStore(runner.subscribe, () => runner.state(accountId));
}

/** Returns whether an account is being refreshed. */
export function useIsRefreshing(accountId: string): boolean {
  const runner = useRefreshRunner();
  return useSyncExternalStore(runner.subscribe, () => runner.state(accountId).status === 'running');
}

/** Returns why the last refresh of an account failed; `null` if it did not, or if the user has hidden the error. */
export function useRefreshError(accountId: string): AppError | null {
  const runner = useRefreshRunner();
  return useSyncExternalStore(runner.subscribe, () => {
    const state = runner.state(accountId);
    return state.status === 'failed' && !state.isHidden ? state.error : null;
  });
}

/** Returns why the last refresh of each account failed, by account id, also if the user has hidden the error. */
export function useRefreshFailures(): ReadonlyMap<string, AppError> {
  const runner = useRefreshRunner();
  return useSyncExternalStore(runner.subscribe, runner.failures);
}
