import { ExportMenu } from '../export/export-menu.tsx';
import type { Exporting } from '../export/use-export.ts';
import { isFiltered } from '../filters/filter.ts';
import { useNetwork } from '../network/network-context.ts';
import { LiveSwitch } from '../saved-list/live-switch.tsx';
import { RefreshControl } from '../saved-list/refresh-control.tsx';
import type { List } from './use-list.ts';

/** What can be done with the list as a whole: asking the server itself, fetching it anew, and exporting it. */
export function ListActions({ list, exporting }: { list: List; exporting: Exporting }) {
  const { isOffline } = useNetwork();
  const { shown, saved, source, refresh, wantsLive } = list;
  const tenants = shown?.page.tenants ?? [];
  const { name, ownerId } = list.list.filter;
  const hasSaved = saved !== undefined && saved.state !== 'none';
  return (
    <>
      <RefreshControl
        state={refresh.state}
        onRefresh={() => {
          if (source === 'live') list.refetch();
          // Whoever looks at the server's own list means that one.
          if (!wantsLive || source === 'saved') refresh.start('whole');
        }}
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
      <ExportMenu
        // What was typed a moment ago counts, too.
        onOpen={list.filter.apply}
        pageRows={tenants.length}
        allRows={source === 'saved' ? (shown?.page.total ?? null) : null}
        changes={source === 'saved' ? (saved?.changes ?? null) : null}
        isFiltered={isFiltered(list.list.filter)}
        isRunning={exporting.state.status === 'running'}
        onExportPage={() =>
          exporting.start({
            kind: 'page',
            tenants,
            ...(shown && { source: shown.page.source, fetchedAt: shown.page.fetchedAt }),
          })
        }
        onExportAll={() => {
          const { filter, sort } = list.list;
          exporting.start({ kind: 'all', source, filter, ...(sort && { sort }) });
        }}
        onExportChanges={() => exporting.start({ kind: 'changes' })}
      />
    </>
  );
}
