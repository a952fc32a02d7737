import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ComponentProps, type ReactNode } from 'react';
import type { AccountSettings } from '../../src-shared/account-settings.ts';
import type { Account } from '../../src-shared/account.ts';
import type { Preferences } from '../../src-shared/preferences.ts';
import type { View } from '../../src-shared/views.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { AsOfControl } from '../changes/as-of-control.tsx';
import { ChangesControl } from '../changes/changes-control.tsx';
import { PastBanner } from '../changes/past-banner.tsx';
import { FilterBar } from '../filters/filter-bar.tsx';
import { GridProvider, useGrid } from '../grid/grid-provider.tsx';
import { TenantTable } from '../grid/tenant-table.tsx';
import { ImportCommand } from '../import/import-command.tsx';
import { useGridLayout } from '../layout/use-grid-layout.ts';
import { ListProvider, useList } from '../list/list-provider.tsx';
import { useSavedList, type SavedListQuery } from '../list/use-saved-list.ts';
import { MatchingProvider } from '../matching/matching-provider.tsx';
import { OverviewPlaceholder } from '../overview/overview-placeholder.tsx';
import { OverviewToggle } from '../overview/overview-toggle.tsx';
import { settingsQuery } from '../queries/settings-query.ts';
import { viewsQuery } from '../queries/views-query.ts';
import { FailedRefreshes } from '../refresh/failed-refreshes.tsx';
import { useAutomaticRefresh } from '../refresh/use-automatic-refresh.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { Later } from '../ui/later.tsx';
import { SaveViewButton } from '../views/save-view-button.tsx';
import { useTabPanel } from '../views/use-tab-panel.ts';
import { listOfTab, openTabs } from '../views/tabs.ts';
import { ViewBar } from '../views/view-bar.tsx';
import { ViewCommands } from '../views/view-commands.tsx';
import { useViews, ViewsProvider } from '../views/views-provider.tsx';
import type { Opened } from './find-neighbors.ts';
import { ListBanners } from './list-banners.tsx';
import { ListFooter } from './list-footer.tsx';
import { OpenedTenant } from './opened-tenant.tsx';
import { TenantsHeader } from './tenants-header.tsx';
import classes from './tenants-screen.module.css';

/** Most lists have rows. */
const NoRows = lazy(async () => ({ default: (await import('./no-rows.tsx')).NoRows }));

/** Loaded when the overview is first opened: the charts are a third of the page's code. */
const OverviewPanel = lazy(async () => ({
  default: (await import('../overview/overview-panel.tsx')).OverviewPanel,
}));

const ChangesBar = lazy(async () => ({
  default: (await import('../changes/changes-bar.tsx')).ChangesBar,
}));

const noViews: readonly View[] = [];

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
  /** As for `ViewsProvider`. */
  onDensity: ComponentProps<typeof ViewsProvider>['onDensity'];
}

/** The list of an account, or the lists of all accounts as one. It appears when its views and its banners are known. */
export function TenantsScreen(props: TenantsScreenProps) {
  const { accountId, connectionNumber, accounts, preferences } = props;
  const call = useCall();
  const settings = useQuery(settingsQuery(call, accountId));
  const views = useQuery(viewsQuery(call));
  const savedList = useSavedList({ accountId, connectionNumber });
  // The lists of all accounts are refreshed only by the user.
  const saved = accounts === null ? savedList.data : undefined;
  useAutomaticRefresh({ accountId, saved, preferences });
  // If the grid appeared earlier, its columns would move, and banners would push it down.
  if (settings.isPending || views.isPending || savedList.isPending) {
    return <main className={classes.screen} />;
  }
  const known = { views: views.data?.views ?? noViews, settings: settings.data };
  return <KnownList {...props} {...known} savedList={savedList} />;
}

interface KnownListProps extends TenantsScreenProps {
  savedList: SavedListQuery;
  /** Of all accounts. */
  views: readonly View[];
  /** `undefined` if they could not be read. */
  settings: AccountSettings | undefined;
}

/** The list with the tab that was shown last. */
function KnownList({ views, settings, savedList, ...props }: KnownListProps) {
  const { accountId, connectionNumber, accounts, preferences, onDensity } = props;
  const accountKey = { accountId, connectionNumber };
  const [tabs] = useState(() => openTabs(settings, views, accountId));
  const [first] = useState(() => listOfTab(tabs, tabs.viewId, views, accountId));
  const gridLayout = useGridLayout(first.layout);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [isDrawerOpen, drawer] = useDisclosure();
  return (
    <ListProvider
      accountKey={accountKey}
      accounts={accounts}
      savedList={savedList}
      timeZone={preferences.timeZone}
      initial={{ ...first, pageSize: first.layout.pageSize }}
    >
      <GridProvider
        gridLayout={gridLayout}
        onOpen={(tenant, row) => {
          setOpened({ tenant, row });
          drawer.open();
        }}
      >
        <ViewsProvider
          savedViews={views}
          initialTabs={tabs}
          density={preferences.density}
          onDensity={onDensity}
        >
          <main className={classes.screen}>
            <MatchingProvider>
              <ScreenContent {...props} />
            </MatchingProvider>
            <OpenedTenant
              opened={opened}
              isOpen={isDrawerOpen}
              onOpen={setOpened}
              onClose={drawer.close}
            />
          </main>
        </ViewsProvider>
      </GridProvider>
    </ListProvider>
  );
}

/** The parts of the screen, from top to bottom. */
function ScreenContent(props: TenantsScreenProps) {
  const { accounts, switcher, onShowAccount, preferences, onPreferences } = props;
  const { onSettings, onConnectionSettings } = props;
  const { showsOverview } = preferences;
  const { shown, error, filter } = useList();
  const { goToRow } = useGrid();
  const { saveError } = useViews();
  const panel = useTabPanel();
  const hasRows = shown === null ? error === null : shown.page.tenants.length > 0;
  return (
    <>
      <div className={classes.bar}>
        <TenantsHeader switcher={switcher} onSettings={onSettings} />
        <ViewBar />
        <FilterBar onDown={() => goToRow.current?.(0)}>
          <ChangesControl />
          <OverviewToggle
            opened={showsOverview}
            onToggle={() => onPreferences({ showsOverview: !showsOverview })}
          />
          <AsOfControl />
          <SaveViewButton />
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
      {saveError && <ErrorAlert error={saveError} radius={0} />}
      <div className={classes.panel} {...panel}>
        <TenantTable>
          {!hasRows && (
            <Suspense>
              <NoRows onSettings={onConnectionSettings} />
            </Suspense>
          )}
        </TenantTable>
        <ListFooter />
      </div>
      <ViewCommands />
      <ImportCommand />
    </>
  );
}
