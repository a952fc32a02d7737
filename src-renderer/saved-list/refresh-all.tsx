import type { Account } from '../../src-shared/account.ts';
import { useCommand } from '../commands/commands-context.ts';
import { RefreshControl } from './refresh-control.tsx';
import { useRefreshAll } from './use-refresh-all.ts';

/** The button that fetches the lists of all accounts anew; while it does, whose turn it is. */
export function RefreshAll({ accounts }: { accounts: readonly Account[] }) {
  const { state, current, failed, start, cancel } = useRefreshAll(accounts);
  useCommand('refresh', state.status === 'running' ? null : start);
  return (
    <RefreshControl
      // Where one has failed, its banner has the word.
      state={state.status === 'done' && failed.length > 0 ? { status: 'idle' } : state}
      turn={
        current?.state?.status === 'running'
          ? {
              name: current.account.name,
              place: current.place,
              of: accounts.length,
              state: current.state,
            }
          : null
      }
      onRefresh={start}
      onRefreshThese={null}
      onCancel={cancel}
    />
  );
}
