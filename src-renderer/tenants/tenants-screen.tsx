import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useState, type ComponentProps, type ReactNode } from 'react';
import type { Account } from '../../src-shared/account.ts';
import type { Preferences } from '../../src-shared/preferences.ts';
import type { ListedTenant } from '../../src-shared/list-tenants.ts';
import { AsOfControl } from '../changes/as-of-control.tsx';
import { ChangesControl } from '../changes/changes-control.tsx';
import { PastBanner } from '../changes/past-banner.tsx';
import { usePast } from '../changes/use-past.ts';
import { CopyNotice } from '../clipboard/copy-notice.tsx';
import { FilterBar } from '../filters/filter-bar.tsx';
import { GridProvider, useGrid } from '../grid/grid-provider.tsx';
import { TenantTable } from '../grid/tenant-table.tsx';
import { useGridLayout } from '../layout/use-grid-layout.ts';
import { ListProvider, useList } from '../list/list-provider.tsx';
import { useSavedList } from '../list/use-saved-list.ts';
import { OverviewPlaceholder } from '../overview/overview-placeholder.tsx';
import { OverviewToggle } from '../overview/overview-toggle.tsx';
import { FailedRefreshes } from '../refresh/failed-refreshes.tsx';
import { useAutomaticRefresh } from '../refresh/use-automatic-refresh.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { Later } from '../ui/later.tsx';
import { ListBanners } from './list-banners.tsx';
import { ListFooter } from './list-footer.tsx';
import { NoRows } from './no-rows.tsx';
import { TenantsHeader } from './tenants-header.tsx';
import classes from './tenants-screen.module.css';

const TenantDrawer = lazy(async () => ({
  default: (await import('../details/tenant-drawer.tsx')).TenantDrawer,
}));

/** Loaded when the overview is first opened: the charts are a third of the page's code. */
const OverviewPanel = lazy(async () => ({
  default: (await import('../overview/overview-panel.tsx')).OverviewPanel,
}));

const ChangesBar = lazy(async () => ({
  default: (await import('../changes/changes-bar.tsx')).ChangesBar,
}));

interface TenantsScreenProps {
  accountId: string;
  connectionNumber: number;
  /** All accounts, if their lists are shown as one; else `null`. */
  accounts: readonly Account[] | null;
  /** Shows the current account and switches to others. */
  switcher: ReactNode;
  onShowAccount: (accountId: string) => void;
  preferences: Preferences;
  onPreferences: (changes: Partial<Preferences>) => void;
  onSettings: () => void;
  /** Shows the settings of the account's connection. */
  onConnectionSettings: () => void;
}

/** The list of an account, or the lists of all accounts as one. It appears when its layout and its banners are known. */
export function TenantsScreen(props: TenantsScreenProps) {
  const { accountId, connectionNumber, accounts, preferences } = props;
  const accountKey = { accountId, connectionNumber };
  const gridLayout = useGridLayout(accountId);
  const savedList = useSavedList(accountKey);
  // The lists of all accounts are refreshed only by the user.
  const saved = accounts === null ? savedList.data : undefined;
  useAutomaticRefresh({ accountId, saved, preferences });
  const [opened, setOpened] = useState<ListedTenant | null>(null);
  const [isDrawerOpen, drawer] = useDisclosure();
  // If the grid appeared earlier, its columns would move, and banners would push it down.
  if (!gridLayout.isKnown || savedList.isPending) return <main className={classes.screen} />;
  return (
    <ListProvider
      accountKey={accountKey}
      accounts={accounts}
      savedList={savedList}
      timeZone={preferences.timeZone}
      initialPageSize={gridLayout.layout.pageSize}
    >
      <GridProvider
        gridLayout={gridLayout}
        onOpen={(tenant) => {
          setOpened(tenant);
          drawer.open();
        }}
      >
        <main className={classes.screen}>
          <ScreenContent {...props} />
          <Later isWanted={isDrawerOpen}>
            <ListedTenantDrawer
              accountKey={accountKey}
              accounts={accounts}
              tenant={opened}
              opened={isDrawerOpen}
              onClose={drawer.close}
            />
          </Later>
        </main>
      </GridProvider>
    </ListProvider>
  );
}

/** The drawer of a tenant in the list on screen, which may be of the past. */
function ListedTenantDrawer(props: Omit<ComponentProps<typeof TenantDrawer>, 'past'>) {
  const past = usePast();
  return <TenantDrawer {...props} past={past?.when ?? null} />;
}

/** The parts of the screen, from top to bottom. */
function ScreenContent(props: TenantsScreenProps) {
  const { accounts, switcher, onShowAccount, preferences, onPreferences } = props;
  const { onSettings, onConnectionSettings } = props;
  const { showsOverview } = preferences;
  const { shown, error, filter } = useList();
  const { gridLayout, copying } = useGrid();
  const hasRows = shown === null ? error === null : shown.page.tenants.length > 0;
  return (
    <>
      <div className={classes.bar}>
        <TenantsHeader switcher={switcher} onSettings={onSettings} />
        <FilterBar>
          <ChangesControl />
          <OverviewToggle
            opened={showsOverview}
            onToggle={() => onPreferences({ showsOverview: !showsOverview })}
          />
          <AsOfControl />
        </FilterBar>
        <Later isWanted={filter.values.change !== undefined}>
          <ChangesBar />
        </Later>
      </div>
      <PastBanner />
      {showsOverview && (
        <Suspense fallback={<OverviewPlaceholder />}>
          <OverviewPanel onShowAccount={onShowAccount} />
        </Suspense>
      )}
      <ListBanners onSettings={onConnectionSettings} />
      {accounts && <FailedRefreshes accounts={accounts} onShowAccount={onShowAccount} />}
      {gridLayout.saveError && <ErrorAlert error={gridLayout.saveError} radius={0} />}
      <TenantTable>{!hasRows && <NoRows onSettings={onConnectionSettings} />}</TenantTable>
      <ListFooter />
      <CopyNotice result={copying.result} />
    </>
  );
}
