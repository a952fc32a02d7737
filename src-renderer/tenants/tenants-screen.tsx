import { useDisclosure } from '@mantine/hooks';
import { lazy, useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Account } from '../../src-shared/account.ts';
import type { Preferences } from '../../src-shared/preferences.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import type { AccountKey } from '../bridge/account-key.ts';
import { FilterBar } from '../filters/filter-bar.tsx';
import { CopyNotice } from '../clipboard/copy-notice.tsx';
import { ColumnsMenu } from '../layout/columns-menu.tsx';
import { visibleColumns, visibleFields } from '../layout/layout.ts';
import type { Laying } from '../layout/use-layout.ts';
import { useLayout } from '../layout/use-layout.ts';
import { useNetwork } from '../network/network-context.ts';
import { OverviewPanel } from '../overview/overview-panel.tsx';
import { OverviewToggle } from '../overview/overview-toggle.tsx';
import { useSelection } from '../selection/use-selection.ts';
import { FailedRefreshes } from '../saved-list/failed-refreshes.tsx';
import { useAutomaticRefresh } from '../saved-list/use-automatic-refresh.ts';
import type { Refreshing } from '../saved-list/use-refresh.ts';
import { useRefresh } from '../saved-list/use-refresh.ts';
import type { SavedListQuery } from '../saved-list/use-saved-list.ts';
import { useSavedList } from '../saved-list/use-saved-list.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { Later } from '../ui/later.tsx';
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
import { useCopyRows } from './use-copy-rows.ts';
import { useList } from './use-list.ts';
import { countRows, useReadRows } from './use-rows.ts';

const TenantDrawer = lazy(async () => ({
  default: (await import('../details/tenant-drawer.tsx')).TenantDrawer,
}));
const ProofDialog = lazy(async () => ({
  default: (await import('../saved-list/proof-dialog.tsx')).ProofDialog,
}));

interface TenantsScreenProps {
  accountId: string;
  connectionNumber: number;
  /** Where all accounts' lists are shown as one, whose the tenants can be. */
  accounts: readonly Account[] | null;
  /** Whose tenants these are, and the way to the other accounts. */
  switcher: ReactNode;
  onShowAccount: (accountId: string) => void;
  preferences: Preferences;
  onPreferences: (changes: Partial<Preferences>) => void;
  onSettings: () => void;
}

/**
 * The tenants of one connection, as soon as it is known how their grid is laid out and what has to be said above it:
 * what came later would push the grid down.
 */
export function TenantsScreen(props: TenantsScreenProps) {
  const { accountId, connectionNumber, accounts, preferences } = props;
  const key = useMemo(() => ({ accountId, connectionNumber }), [accountId, connectionNumber]);
  const laying = useLayout(accountId);
  const refresh = useRefresh(key);
  const savedList = useSavedList(key, refresh.state.status === 'running');
  const { isOffline } = useNetwork();
  const now = useNow();
  // All accounts are refreshed when they are asked to be; by itself each is, where it is on screen.
  const saved = accounts === null ? savedList.data : undefined;
  useAutomaticRefresh({ accountId, refresh, saved, preferences, isOffline, now });
  if (!laying.isKnown || savedList.isPending) return <main className={classes.screen} />;
  return (
    <LaidOutScreen
      {...props}
      accountKey={key}
      laying={laying}
      refresh={refresh}
      savedList={savedList}
      now={now}
    />
  );
}

interface LaidOutScreenProps extends TenantsScreenProps {
  accountKey: AccountKey;
  laying: Laying;
  refresh: Refreshing;
  savedList: SavedListQuery;
  /** Moves on each minute. */
  now: number;
}

/** Filters, a page of rows, what is behind each, and how old they are. */
function LaidOutScreen(props: LaidOutScreenProps) {
  const { accountId, accountKey: key, accounts, switcher, preferences, laying } = props;
  const { refresh, savedList, now, onPreferences, onSettings, onShowAccount } = props;
  const { isOffline } = useNetwork();
  const { layout } = laying;
  const list = useList(key, { pageSize: layout.pageSize, savedList, refresh });
  const { shown, error, isFetching, saved, source, setState, filter } = list;

  const range = shown && rowRange(shown);
  const read = useReadRows(key, shown);
  const selecting = useSelection({
    source,
    question: JSON.stringify(list.list.filter),
    page: shown,
    onScreen: shown?.page.tenants ?? [],
    isWhole: shown?.asked.pageSize === 'all',
    count: countRows(shown),
    total: shown?.page.total ?? null,
    read,
  });
  const fields = visibleColumns(layout, accounts !== null).map(({ field }) => field);
  const copying = useCopyRows({ fields, accounts, selecting, read });
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
          <ColumnsMenu laying={laying} showsAllAccounts={accounts !== null} />
          <ListActions
            accountId={accountId}
            accounts={accounts}
            list={list}
            selecting={selecting}
            fields={visibleFields(layout)}
          />
        </TenantsHeader>
        <FilterBar
          accountKey={key}
          filter={filter}
          source={source}
          saved={saved}
          isGrowing={list.isGrowing}
        >
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
        pageError={error}
        isPageShown={shown !== null}
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
      {accounts && <FailedRefreshes accounts={accounts} onShow={onShowAccount} />}
      {laying.saveError && <ErrorAlert error={laying.saveError} radius={0} />}
      <TenantTable
        accountKey={key}
        accounts={accounts}
        list={list}
        laying={laying}
        selecting={selecting}
        copying={copying}
        onOpen={onOpen}
      >
        {shown === null
          ? error && (
              <ListError
                error={error}
                retrying={isFetching}
                onTryAgain={list.refetch}
                onSettings={onSettings}
              />
            )
          : shown.page.tenants.length === 0 && (
              <EmptyList
                shown={shown}
                onClearFilters={filter.clear}
                onShowAll={() => filter.set({ change: undefined })}
                onFirstPage={() => setState(firstPage)}
              />
            )}
      </TenantTable>
      <ListFooter
        list={list}
        range={range}
        selecting={selecting}
        onPageSize={(pageSize) => {
          setState((before) => firstPage(before, { pageSize }));
          laying.set({ ...layout, pageSize });
        }}
        now={now}
        onProof={accounts === null ? proof.open : null}
      />
      <CopyNotice copied={copying.copied} />
      <Later isWanted={drawerOpened || proofOpened}>
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
      </Later>
    </main>
  );
}
