import { visibleExportColumns } from '../../src-shared/visible-columns.ts';
import { countChanges } from '../changes/count-changes.ts';
import { useChanges } from '../changes/use-changes.ts';
import { useCommand } from '../commands/commands-context.ts';
import { ExportButton } from '../export/export-button.tsx';
import { useGrid } from '../grid/grid-provider.tsx';
import { isServerOwner } from '../list/conditions.ts';
import { useList } from '../list/list-provider.tsx';
import { useNetwork } from '../network/network-context.ts';
import { RefreshAll } from '../refresh/refresh-all.tsx';
import { RefreshControl } from '../refresh/refresh-control.tsx';
import { useRefresh } from '../refresh/use-refresh.ts';
import { chosenKeys } from '../selection/selection.ts';
import { useViews } from '../views/views-provider.tsx';
import { LiveSwitch } from './live-switch.tsx';

/** The actions of the whole list: refresh it, show the live list, and export it. */
export function ListActions() {
  const { accountKey, accounts, records, source, request, saved } = useList();
  const { hasHotlines, shown, isShownStale, filter } = useList();
  const { gridLayout, selection } = useGrid();
  const { since, summary, from } = useChanges();
  const { shown: view, keepExportOptions } = useViews();
  const { selected } = selection;
  const total = isShownStale ? null : (shown?.page.total ?? null);
  return (
    <>
      {accounts === null ? <AccountActions /> : <RefreshAll {...{ accounts, records }} />}
      <ExportButton
        accountId={accountKey.accountId}
        {...{ records, hasHotlines }}
        // Applies a search text that was typed a moment ago.
        onOpen={filter.apply}
        changesSince={from}
        filterValues={filter.values}
        visibleColumns={visibleExportColumns(gridLayout.layout)}
        viewId={view?.viewId ?? null}
        viewOptions={view?.exportOptions ?? null}
        onExport={keepExportOptions}
        exportable={{
          source,
          filter: request.filter,
          sort: request.sort,
          page: shown?.page ?? null,
          isWhole: shown?.request.pageSize === 'all',
          total,
          selected:
            selected.kind === 'all'
              ? { allExcept: chosenKeys(selected) }
              : source === 'live'
                ? { tenants: selection.list(), fetchedAt: selected.fetchedAt }
                : { keys: chosenKeys(selected) },
          selectedRows: selected.kind === 'all' && total === null ? null : selection.count,
          saved,
          changes: { since, count: summary && from !== null ? countChanges(summary) : null },
        }}
      />
    </>
  );
}

/** The actions that need the server of one account. */
function AccountActions() {
  const { isOffline } = useNetwork();
  const { accountKey, records, source, saved, request, refetch } = useList();
  const { wantsLive, setWantsLive } = useList();
  const { isRefreshing } = useList();
  const refresh = useRefresh(accountKey.accountId);
  const { name, ownerIds = [], asOf } = request.filter;
  const [ownerId] = ownerIds;
  const hasSavedList = saved !== undefined && saved.state !== 'none';
  const canRefreshThese =
    source === 'saved' &&
    saved?.state === 'complete' &&
    asOf === undefined &&
    (name ?? ownerId) !== undefined &&
    (ownerIds.length === 0 || isServerOwner(ownerIds));
  const refreshList = () => {
    if (source === 'live') refetch();
    // If the user has chosen the live list, only that is refreshed.
    if (!wantsLive || source === 'saved') refresh.start('quick', { records });
  };
  useCommand('refresh', isRefreshing ? null : refreshList);
  return (
    <>
      <RefreshControl
        isRunning={isRefreshing}
        onRefresh={refreshList}
        choices={
          records === 'tenants'
            ? {
                onReadAll: () => refresh.start('whole'),
                onRefreshThese: canRefreshThese
                  ? () =>
                      refresh.start('whole', {
                        filter: { ...(name && { name }), ...(ownerId && { ownerId }) },
                      })
                  : null,
              }
            : null
        }
      />
      <LiveSwitch
        checked={source === 'live'}
        locked={
          records === 'hotlines'
            ? 'hotlines'
            : !hasSavedList
              ? 'nothingSaved'
              : isOffline
                ? 'offline'
                : null
        }
        onChange={setWantsLive}
      />
    </>
  );
}
