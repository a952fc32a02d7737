import { useSyncExternalStore } from 'react';
import type { Account } from '../../src-shared/account.ts';
import { allAccounts } from '../../src-shared/choices.ts';
import { idle, type RefreshState } from './refresh-runner.ts';
import { useRefreshRunner } from './refresh-runner-context.ts';
import { useRefreshWork } from './use-refresh-work.ts';

/** `quick` reads only what is new in each account where that is possible. */
type RefreshMode = 'quick' | 'whole';

/** The refresh of one of several accounts. */
interface AccountRefresh {
  account: Account;
  /** From 1. */
  position: number;
  state: RefreshState | undefined;
}

/** Returns the state of the refresh of all accounts in turn, and functions that start and cancel it. */
export function useRefreshAll(accounts: readonly Account[]) {
  const runner = useRefreshRunner();
  const workOf = useRefreshWork();
  const states = useSyncExternalStore(runner.subscribe, runner.states);
  const refreshes = accounts.map((account, at): AccountRefresh => ({
    ...{ account, position: at + 1 },
    state: states.get(account.accountId),
  }));
  const failed = refreshes.flatMap(({ account, state }) =>
    state?.status === 'failed' ? { account, error: state.error } : [],
  );
  const startEach = (wanted: readonly Account[], mode: RefreshMode) =>
    void runner.startAll(
      wanted.map(({ accountId }) => accountId),
      (accountId) => workOf(accountId, { mode, filter: {} }),
    );
  return {
    state: states.get(allAccounts) ?? idle,
    /** The account that is being refreshed. */
    current: refreshes.find(({ state }) => state?.status === 'running') ?? null,
    /** The accounts whose last refresh failed, whether they were refreshed alone or with the others. */
    failed,
    start: (mode: RefreshMode) => startEach(accounts, mode),
    startFailed: () =>
      startEach(
        failed.map(({ account }) => account),
        'quick',
      ),
    cancel: () => runner.cancel(allAccounts),
    dismissFailed: () => {
      for (const { account } of failed) runner.dismiss(account.accountId);
    },
  };
}
