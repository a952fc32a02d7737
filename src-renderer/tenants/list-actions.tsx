import type { Account } from '../../src-shared/account.ts';
import type { TenantField } from '../../src-shared/tenant.ts';
import { useCommand } from '../commands/commands-context.ts';
import { ExportButton } from '../export/export-button.tsx';
import { useNetwork } from '../network/network-context.ts';
import { LiveSwitch } from '../saved-list/live-switch.tsx';
import { RefreshAll } from '../saved-list/refresh-all.tsx';
import { RefreshControl } from '../saved-list/refresh-control.tsx';
import type { Selecting } from '../selection/use-selection.ts';
import type { List } from './use-list.ts';

interface ListActionsProps {
  accountId: string;
  /** Where all accounts' lists are shown as one, all of them. */
  accounts: readonly Account[] | null;
  list: List;
  selecting: Selecting;
  /** The columns on screen, in their order. */
  fields: readonly TenantField[];
}

/** What can be done with the list as a whole: fetching it anew, asking the server itself, and exporting it. */
export function ListActions(props: ListActionsProps) {
  const { accountId, accounts, list, selecting, fields } = props;
  const { shown, saved, source } = list;
  const { selection } = selecting;
  const total = list.isShownStale ? null : (shown?.page.total ?? null);
  return (
    <>
      {accounts === null ? <ServerActions list={list} /> : <RefreshAll accounts={accounts} />}
      <ExportButton
        accountId={accountId}
        // What was typed a moment ago counts, too.
        onOpen={list.filter.apply}
        visibleColumns={fields}
        exportable={{
          source,
          filter: list.list.filter,
          sort: list.list.sort,
          page: shown?.page ?? null,
          total,
          selected:
            selection.kind === 'all' ? { allExcept: [...selection.except] } : selecting.tenants(),
          selectedRows: selection.kind === 'all' && total === null ? null : selecting.count,
          saved,
        }}
      />
    </>
  );
}

/** What is asked of the one server the list is from. */
function ServerActions({ list }: { list: List }) {
  const { isOffline } = useNetwork();
  const { saved, source, refresh, wantsLive } = list;
  const { name, ownerId } = list.list.filter;
  const hasSaved = saved !== undefined && saved.state !== 'none';
  const refreshList = () => {
    if (source === 'live') list.refetch();
    // Whoever looks at the server's own list means that one.
    if (!wantsLive || source === 'saved') refresh.start('whole');
  };
  useCommand('refresh', refresh.state.status === 'running' ? null : refreshList);
  return (
    <>
      <RefreshControl
        state={refresh.state}
        turn={null}
        onRefresh={refreshList}
        onRefreshThese={
          source === 'saved' && saved?.state === 'complete' && (name ?? ownerId) !== undefined
            ? () => refresh.start('whole', { ...(name && { name }), ...(ownerId && { ownerId }) })
            : null
        }
        onCancel={refresh.cancel}
      />
      <LiveSwitch
        checked={source === 'live'}
        locked={!hasSaved ? 'nothingSaved' : isOffline ? 'offline' : null}
        onChange={list.setWantsLive}
      />
    </>
  );
}
