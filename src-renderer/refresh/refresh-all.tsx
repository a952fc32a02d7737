import type { Account } from '../../src-shared/account.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import { useCommand } from '../commands/commands-context.ts';
import { RefreshControl } from './refresh-control.tsx';
import { RefreshProgress } from './refresh-progress.tsx';
import { useRefreshAll } from './use-refresh-all.ts';

interface RefreshAllProps {
  accounts: readonly Account[];
  /** What is on screen, and refreshed. */
  records: RecordKind;
}

/** The button that refreshes all accounts in turn. */
export function RefreshAll({ accounts, records }: RefreshAllProps) {
  const { state, start } = useRefreshAll(accounts);
  const isRunning = state.status === 'running';
  const refresh = () => start('quick', records);
  useCommand('refresh', isRunning ? null : refresh);
  return (
    <RefreshControl
      isRunning={isRunning}
      onRefresh={refresh}
      choices={
        records === 'tenants'
          ? { onReadAll: () => start('whole', records), onRefreshThese: null }
          : null
      }
    />
  );
}

/** The progress of a refresh of all accounts: the account that is being refreshed, and a button that cancels. */
export function RefreshAllProgress({ accounts }: { accounts: readonly Account[] }) {
  const { state, current, failed, cancel } = useRefreshAll(accounts);
  return (
    <RefreshProgress
      // If an account failed, a banner says so. Do not announce "done" at the same time.
      state={state.status === 'done' && failed.length > 0 ? { status: 'idle' } : state}
      turn={current}
      onCancel={cancel}
    />
  );
}
