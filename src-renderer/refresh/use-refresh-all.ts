import { useSyncExternalStore } from 'react';
import type { Account } from '../../src-shared/account.ts';
import { allAccounts } from '../../src-shared/choices.ts';
import { AppError } from '../../src-shared/errors.ts';
import { lacksCall } from '../../src-shared/lacks-call.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import { idle, type RefreshState, type Work } from './refresh-runner.ts';
import { useRefreshRunner } from './refresh-runner-context.ts';
import { useRefreshWork } from './use-refresh-work.ts';

/** `quick` reads only what is new in each account where that is possible. */
type RefreshMode = 'quick' | 'whole';

/** Returns the state of the refresh of all accounts in turn, and functions that start and cancel it. */
export function useRefreshAll(accounts: readonly Account[]) {
  const runner = useRefreshRunner();
  const workOf = useRefreshWork();
  const states = useSyncExternalStore(runner.subscribe, runner.states);
  const failed = accounts.flatMap((account) => {
    const state = states.get(account.accountId);
    return state?.status === 'failed' && !state.isHidden ? { account, error: state.error } : [];
  });
  const startEach = (wanted: readonly Account[], mode: RefreshMode, records: RecordKind) =>
    void runner.startAll(
      wanted.map(({ accountId }) => accountId),
      (accountId) => {
        // If the user cancels a proxy's question for the first account, it is not asked again for each of the others.
        const isAutomatic = accountId !== wanted[0]?.accountId;
        const work = workOf(accountId, { records, mode, filter: {}, isAutomatic });
        return records === 'hotlines' ? withoutMissingCall(work) : work;
      },
    );
  const state = states.get(allAccounts) ?? idle;
  return {
    state,
    /** The account that is being refreshed, and its progress; `null` if none is. */
    current: findCurrent(state, accounts, states),
    /** The accounts whose last refresh failed, whether they were refreshed alone or with the others. Without hidden errors. */
    failed,
    /** @param records what is refreshed in each account. */
    start: (mode: RefreshMode, records: RecordKind) => startEach(accounts, mode, records),
    startFailed: (records: RecordKind) =>
      startEach(
        failed.map(({ account }) => account),
        'quick',
        records,
      ),
    cancel: () => runner.cancel(allAccounts),
    hideFailed: () => {
      for (const { account } of failed) runner.hideError(account.accountId);
    },
  };
}

/** Ignores that the server of an account does not list hotlines. */
function withoutMissingCall(work: Work): Work {
  return async (...context) => {
    try {
      await work(...context);
    } catch (error) {
      if (!(error instanceof AppError) || !lacksCall(error.code)) throw error;
    }
  };
}

function findCurrent(
  state: RefreshState,
  accounts: readonly Account[],
  states: ReadonlyMap<string, RefreshState>,
) {
  if (state.status !== 'running' || state.turn === undefined) return null;
  const { accountId, position, of } = state.turn;
  const account = accounts.find((each) => each.accountId === accountId);
  const progress = states.get(accountId);
  if (account === undefined || progress?.status !== 'running') return null;
  return { name: account.name, position, of, state: progress };
}
