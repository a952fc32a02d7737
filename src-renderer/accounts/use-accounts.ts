import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account } from '../../src-shared/account.ts';
import { allAccounts } from '../../src-shared/choices.ts';
import { savedOf } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { useRefreshRunner } from '../refresh/refresh-runner-context.ts';

/** An account as it is now. */
interface Known {
  account: Account;
  /** Grows with every new connection: what was fetched over an earlier one must not be shown under the next. */
  connectionNumber: number;
}

interface AccountsState {
  known: readonly Known[];
  shownId: string | null;
}

/** The accounts, which of them is on screen, and what is done after the main process has changed one. */
export function useAccounts(initial: readonly Account[], initiallyShown: string | null) {
  const call = useCall();
  const queryClient = useQueryClient();
  const refreshes = useRefreshRunner();
  const [state, setState] = useState<AccountsState>({
    known: initial.map((account) => ({ account, connectionNumber: 0 })),
    shownId: initiallyShown,
  });
  const { known, shownId } = state;
  const replace = (changed: Account, connections: 0 | 1) =>
    setState((before) => ({
      ...before,
      known: before.known.map(({ account, connectionNumber }) =>
        account.accountId === changed.accountId
          ? { account: changed, connectionNumber: connectionNumber + connections }
          : { account, connectionNumber },
      ),
    }));
  const readAllAgain = () => void queryClient.invalidateQueries({ queryKey: savedOf(allAccounts) });
  /** What was asked over a connection ends with it. */
  const endConnection = (accountId: string) => {
    refreshes.cancel(accountId);
    refreshes.dismiss(accountId);
    queryClient.removeQueries({ queryKey: [accountId] });
    readAllAgain();
  };
  const showsAll = shownId === allAccounts && known.length > 1;

  return {
    accounts: known.map(({ account }) => account),
    /** The saved lists of all accounts are on screen, as one. */
    showsAll,
    /** The account on screen, or the first one of all; `null` when there is no account. */
    shown: known.find(({ account }) => showsAll || account.accountId === shownId) ?? null,
    /** @param accountId of an account, or `allAccounts`. */
    show: (accountId: string) => {
      setState((before) => ({ ...before, shownId: accountId }));
      // Should it not be remembered, the next start shows another account, and nothing else is lost.
      void call('showAccount', { accountId }).catch(() => undefined);
    },
    /** It is shown at once. Sample data that were there already are only shown. */
    added: (account: Account) => {
      setState(({ known: before }) => ({
        known: before.some((other) => other.account.accountId === account.accountId)
          ? before
          : [...before, { account, connectionNumber: 0 }],
        shownId: account.accountId,
      }));
      readAllAgain();
    },
    /** After a change of its look. */
    changed: (account: Account) => replace(account, 0),
    /** After it was connected anew, or its key was forgotten. */
    connected: (account: Account) => {
      replace(account, 1);
      endConnection(account.accountId);
    },
    /** The one before it, or else the first, is shown in its place. */
    removed: (accountId: string) => {
      setState((before) => {
        const at = before.known.findIndex(({ account }) => account.accountId === accountId);
        const left = before.known.filter((_, index) => index !== at);
        const neighbor = left[Math.max(0, at - 1)]?.account.accountId ?? null;
        const isGone =
          before.shownId === accountId || (before.shownId === allAccounts && left.length === 1);
        return { known: left, shownId: isGone ? neighbor : before.shownId };
      });
      endConnection(accountId);
    },
  };
}

export type Accounts = ReturnType<typeof useAccounts>;
