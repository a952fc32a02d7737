import { useSyncExternalStore } from 'react';
import type { Account } from '../../src-shared/account.ts';
import { allAccounts } from '../../src-shared/choices.ts';
import type { RefreshState } from './refreshes.ts';
import { useRefreshes } from './refreshes-context.ts';
import { useRefreshWork } from './use-refresh-work.ts';

/** One account among all, and how its refresh is doing. */
interface AccountRefresh {
  account: Account;
  /** From 1 on. */
  place: number;
  state: RefreshState | undefined;
}

/** The refresh of all accounts, one after the other. */
export function useRefreshAll(accounts: readonly Account[]) {
  const refreshes = useRefreshes();
  const workOf = useRefreshWork();
  const states = useSyncExternalStore(refreshes.subscribe, refreshes.states);
  const each = accounts.map((account, at): AccountRefresh => {
    return { account, place: at + 1, state: states.get(account.accountId) };
  });
  const failed = each.flatMap(({ account, state }) =>
    state?.status === 'failed' ? { account, error: state.error } : [],
  );
  const start = (wanted: readonly Account[]) =>
    void refreshes.startAll(
      wanted.map(({ accountId }) => accountId),
      (accountId) => workOf(accountId, { mode: 'whole', filter: {} }),
    );
  return {
    state: refreshes.state(allAccounts),
    /** The account whose turn it is. */
    current: each.find(({ state }) => state?.status === 'running') ?? null,
    /** The accounts whose last refresh failed, in turn or by itself. */
    failed,
    start: () => start(accounts),
    startFailed: () => start(failed.map(({ account }) => account)),
    cancel: () => refreshes.cancel(allAccounts),
    dismiss: () => {
      for (const { account } of failed) refreshes.dismiss(account.accountId);
    },
  };
}
