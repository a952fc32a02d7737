import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Sort } from '../../src-shared/list-tenants.ts';
import type { Preferences } from '../../src-shared/preferences.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import { FilterBar } from '../filters/filter-bar.tsx';
import { useNetwork } from '../network/network-context.ts';
import { OverviewPanel } from '../overview/overview-panel.tsx';
import { OverviewToggle } from '../overview/overview-toggle.tsx';
import { useAutomaticRefresh } from '../saved-list/use-automatic-refresh.ts';
import { useNow } from '../ui/use-now.ts';
import { EmptyList } from './empty-list.tsx';
import { ListActions } from './list-actions.tsx';
import { ListBanners } from './list-banners.tsx';
import { ListError } from './list-error.tsx';
import { ListFooter } from './list-footer.tsx';
import { firstPage } from './list-state.ts';
import { rowRange } from './row-range.ts';
import { TenantTable } from './tenant-table.tsx';
import { TenantsHeader } from './tenants-header.tsx';
import classes from './tenants-screen.module.css';
import { useList } from './use-list.ts';
import { useTenantTable } from './use-tenant-table.ts';

/** Loaded behind the first rows, so that these do not wait for them. */
const TenantDrawer = lazy(async () => ({
  default: (await import('../details/tenant-drawer.tsx')).TenantDrawer,
}));
const ProofDialog = lazy(async () => ({
  default: (await import('../saved-list/proof-dialog.tsx')).ProofDialog,
}));

interface TenantsScreenProps {
  accountId: string;
  connectionNumber: number;
  /** Whose tenants these are, and the way to the other accounts. */
  switcher: ReactNode;
  preferences: Preferences;
  onPreferences: (changes: Partial<Preferences>) => void;
  onSettings: () => void;
}

/** The tenants of one connection: filters, a page of rows, what is behind each, and how old they are. */
export function TenantsScreen(props: TenantsScreenProps) {
  const { accountId, connectionNumber, switcher, preferences, onPreferences, onSettings } = props;
  const key = useMemo(() => ({ accountId, connectionNumber }), [accountId, connectionNumber]);
  const { isOffline } = useNetwork();
  const now = useNow();
  const list = useList(key);
  const { shown, error, isFetching, isShownStale, saved, savedList, source, setState } = list;
  const { refresh, filter } = list;
  useAutomaticRefresh({ accountId, refresh, saved, preferences, isOffline, now });

  const setSort = (sort: Sort[] | undefined) => setState((before) => firstPage(before, { sort }));
  const table = useTenantTable(shown?.page.tenants, source, list.list.sort, setSort);
  const range = shown && rowRange(shown);
  const [proofOpened, proof] = useDisclosure();
  const [opened, setOpened] = useState<Tenant | null>(null);
  const [drawerOpened, drawer] = useDisclosure();
  const openDrawer = drawer.open;
  const onOpen = useCallback(
    (tenant: Tenant) => {
      setOpened(tenant);
      openDrawer();
    },
    [openDrawer],
  );

  return (
    <main className={classes.screen}>
      <div className={classes.bar}>
        <TenantsHeader switcher={switcher} onSettings={onSettings}>
          <ListActions accountId={accountId} list={list} />
        </TenantsHeader>
        <FilterBar accountKey={key} filter={filter} source={source} saved={saved}>
          <OverviewToggle
            opened={preferences.showsOverview}
            onToggle={() => onPreferences({ showsOverview: !preferences.showsOverview })}
          />
        </FilterBar>
      </div>
      {preferences.showsOverview && (
        <OverviewPanel
          accountKey={key}
          saved={saved}
          isRefreshing={refresh.state.status === 'running'}
          values={filter.values}
          onFilter={(changes) => {
            // The server cannot be asked for what the overview counts.
            list.setWantsLive(false);
            filter.set(changes);
          }}
        />
      )}
      <ListBanners
        pageError={shown === null ? null : error}
        isRetrying={isFetching}
        onTryAgain={list.refetch}
        unreadableRows={shown?.page.unreadableRows ?? 0}
        isWorkingOffline={isOffline && source === 'saved'}
        saved={saved}
        savedError={savedList.error}
        onReadSavedAgain={() => void savedList.refetch()}
        refresh={refresh}
        onSettings={onSettings}
      />
      <TenantTable
        table={table}
        range={range}
        asked={shown?.asked ?? null}
        skeletonRows={shown === null && !error ? list.list.paging.limit : null}
        // After a failure they are what there is to read; the banner says the rest.
        stale={isShownStale && error === null}
        fetching={isFetching || (shown === null && !error)}
        onOpen={onOpen}
      >
        {shown === null && error && (
          <ListError
            error={error}
            retrying={isFetching}
            onTryAgain={list.refetch}
            onSettings={onSettings}
          />
        )}
        {shown?.page.tenants.length === 0 && (
          <EmptyList
            shown={shown}
            onClearFilters={filter.clear}
            onShowAll={() => filter.set({ change: undefined })}
            onFirstPage={() => setState(firstPage)}
          />
        )}
      </TenantTable>
      <ListFooter list={list} range={range} now={now} onProof={proof.open} />
      <Suspense fallback={null}>
        <TenantDrawer
          accountKey={key}
          tenant={opened}
          opened={drawerOpened}
          onClose={drawer.close}
        />
        {saved && (
          <ProofDialog
            opened={proofOpened}
            onClose={proof.close}
            saved={saved}
            isRefreshing={refresh.state.status === 'running'}
            onContinue={() => {
              proof.close();
              refresh.start('continue');
            }}
          />
        )}
      </Suspense>
    </main>
  );
}
