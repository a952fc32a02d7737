import type { TenantField } from '../../src-shared/tenant.ts';
import { allAccounts } from '../../src-shared/choices.ts';
import { useCommand } from '../commands/commands-context.ts';
import { ExportButton } from '../export/export-button.tsx';
import { useNetwork } from '../network/network-context.ts';
import { LiveSwitch } from '../saved-list/live-switch.tsx';
import { RefreshControl } from '../saved-list/refresh-control.tsx';
import type { Selecting } from '../selection/use-selection.ts';
import type { List } from './use-list.ts';

interface ListActionsProps {
  accountId: string;
  list: List;
  selecting: Selecting;
  /** The columns on screen, in their order. */
  fields: readonly TenantField[];
}

/** What can be done with the list as a whole: asking the server itself, fetching it anew, and exporting it. All accounts have no server. */
export function ListActions({ accountId, list, selecting, fields }: ListActionsProps) {
  const { isOffline } = useNetwork();
  const { shown, saved, source, refresh, wantsLive } = list;
  const { name, ownerId } = list.list.filter;
  const { selection } = selecting;
  const total = list.isShownStale ? null : (shown?.page.total ?? null);
  const hasSaved = saved !== undefined && saved.state !== 'none';
  const refreshList = () => {
    if (source === 'live') list.refetch();
    // Whoever looks at the server's own list means that one.
    if (!wantsLive || source === 'saved') refresh.start('whole');
  };
  const isOfAll = accountId === allAccounts;
  useCommand('refresh', isOfAll || refresh.state.status === 'running' ? null : refreshList);
  return (
    <>
      {!isOfAll && (
        <>
          <RefreshControl
            state={refresh.state}
            onRefresh={refreshList}
            onRefreshThese={
              source === 'saved' && saved?.state === 'complete' && (name ?? ownerId) !== undefined
                ? () =>
                    refresh.start('whole', { ...(name && { name }), ...(ownerId && { ownerId }) })
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
      )}
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
