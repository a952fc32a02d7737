import type { Account } from '../../src-shared/account.ts';
import { useCommand } from '../commands/commands-context.ts';
import { RefreshControl } from './refresh-control.tsx';
import { useRefreshAll } from './use-refresh-all.ts';

/** The button that refreshes all accounts in turn. During the refresh it shows the account that is being refreshed. */
export function RefreshAll({ accounts }: { accounts: readonly Account[] }) {
  const { state, current, failed, start, cancel } = useRefreshAll(accounts);
  useCommand('refresh', state.status === 'running' ? null : start);
  return (
    <RefreshControl
      // If an account failed, a banner says so. Do not announce "done" at the same time.
      state={state.status === 'done' && failed.length > 0 ? { status: 'idle' } : state}
      turn={
        current?.state?.status === 'running'
          ? {
              name: current.account.name,
              position: current.position,
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
