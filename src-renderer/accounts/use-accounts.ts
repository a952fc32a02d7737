import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account } from '../../src-shared/account.ts';
import { allAccounts } from '../../src-shared/choices.ts';
import { recentExportsKey, savedOf, settingsKey, viewsKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { useRefreshRunner } from '../refresh/refresh-runner-context.ts';

interface AccountEntry {
  account: Account;
  /** Grows with each new connection, so that answers of an earlier one are not shown for a later one. */
  connectionNumber: number;
}

interface AccountsState {
  entries: readonly AccountEntry[];
  shownId: string | null;
}

/**
 * Keeps the accounts and which of them is shown. The functions it returns update the screen after the main process has
 * changed an account.
 */
export function useAccounts(initial: readonly Account[], initiallyShown: string | null) {
  const call = useCall();
  const queryClient = useQueryClient();
  const refreshes = useRefreshRunner();
  const [state, setState] = useState<AccountsState>({
    entries: initial.map((account) => ({ account, connectionNumber: 0 })),
    shownId: initiallyShown,
  });
  const { entries, shownId } = state;
  const replace = (changed: Account, newConnections: 0 | 1) =>
    setState((before) => ({
      ...before,
      entries: before.entries.map(({ account, connectionNumber }) =>
        account.accountId === changed.accountId
          ? { account: changed, connectionNumber: connectionNumber + newConnections }
          : { account, connectionNumber },
      ),
    }));
  const invalidateAllAccounts = () =>
    void queryClient.invalidateQueries({ queryKey: savedOf(allAccounts) });
  const endConnection = (accountId: string) => {
    refreshes.cancel(accountId);
    refreshes.dismiss(accountId);
    queryClient.removeQueries({ queryKey: [accountId] });
    // Rows that only this account has must not be shown again, not even until they are read again.
    queryClient.removeQueries({ queryKey: savedOf(allAccounts), type: 'inactive' });
    invalidateAllAccounts();
  };
  const showsAllAccounts = shownId === allAccounts && entries.length > 1;

  return {
    accounts: entries.map(({ account }) => account),
    /** All saved lists are shown as one. */
    showsAllAccounts,
    /** The shown account, or the first one if all are shown; `null` if there is no account. */
    shown: entries.find(({ account }) => showsAllAccounts || account.accountId === shownId) ?? null,
    /** @param accountId an account's id, or `allAccounts`. */
    show: (accountId: string) => {
      setState((before) => ({ ...before, shownId: accountId }));
      // Ignore errors: if this is not saved, only the next start shows another account.
      void call('showAccount', { accountId }).catch(() => undefined);
    },
    /** Adds a new account and shows it. If the account exists already, as sample data can, it is only shown. */
    add: (account: Account) => {
      setState(({ entries: before }) => ({
        entries: before.some((other) => other.account.accountId === account.accountId)
          ? before
          : [...before, { account, connectionNumber: 0 }],
        shownId: account.accountId,
      }));
      invalidateAllAccounts();
    },
    /** Updates an account whose name or color has changed. */
    update: (account: Account) => replace(account, 0),
    /** Updates an account that has a new key, or whose key was removed. */
    updateConnection: (account: Account) => {
      replace(account, 1);
      endConnection(account.accountId);
    },
    /** Removes an account. @param nextId the account that the main process shows next, if the removed one was shown. */
    remove: (accountId: string, nextId: string | null) => {
      setState((before) => {
        const left = before.entries.filter(({ account }) => account.accountId !== accountId);
        const wasShown =
          before.shownId === accountId || (before.shownId === allAccounts && left.length === 1);
        return { entries: left, shownId: wasShown ? nextId : before.shownId };
      });
      endConnection(accountId);
      // The main process has removed the account's views, and the account from the filters and exports of all accounts.
      queryClient.removeQueries({ queryKey: recentExportsKey(allAccounts) });
      queryClient.removeQueries({ queryKey: settingsKey(allAccounts), type: 'inactive' });
      void queryClient.invalidateQueries({ queryKey: viewsKey });
    },
  };
}

export type Accounts = ReturnType<typeof useAccounts>;
