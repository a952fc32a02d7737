import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState, type ComponentProps, type ReactNode } from 'react';
import type { AccountSettings } from '../../src-shared/account-settings.ts';
import type { Account } from '../../src-shared/account.ts';
import type { Preferences } from '../../src-shared/preferences.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import type { View } from '../../src-shared/views.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { AsOfControl } from '../changes/as-of-control.tsx';
import { ChangesControl } from '../changes/changes-control.tsx';
import { FilterBar } from '../filters/filter-bar.tsx';
import { GridProvider, useGrid } from '../grid/grid-provider.tsx';
import { TenantTable } from '../grid/tenant-table.tsx';
import { ImportCommand } from '../import/import-command.tsx';
import { useGridLayout } from '../layout/use-grid-layout.ts';
import { ListProvider, useList } from '../list/list-provider.tsx';
import { useSavedList, type SavedListQuery } from '../list/use-saved-list.ts';
import { wasRead } from '../list/was-read.ts';
import { MatchingProvider } from '../matching/matching-provider.tsx';
import { OverviewPlaceholder } from '../overview/overview-placeholder.tsx';
import { OverviewToggle } from '../overview/overview-toggle.tsx';
import { settingsQuery } from '../queries/settings-query.ts';
import { viewsQuery } from '../queries/views-query.ts';
import { useAutomaticRefresh } from '../refresh/use-automatic-refresh.ts';
import { useRefreshFailures } from '../refresh/use-refresh.ts';
import { lazyPart, withLaterTexts } from '../texts/lazy-part.tsx';
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

/** Only for all accounts. */
const FailedRefreshes = lazyPart(
  async () => (await import('../refresh/failed-refreshes.tsx')).FailedRefreshes,
);

const SaveError = withLaterTexts(ErrorAlert);

/** Most lists have rows. */
const NoRows = lazyPart(async () => (await import('./no-rows.tsx')).NoRows);

/** Loaded when the overview is first opened: the charts are a third of the page's code. */
const OverviewPanel = lazyPart(
  async () => (await import('../overview/overview-panel.tsx')).OverviewPanel,
);

const ChangesBar = lazyPart(async () => (await import('../changes/changes-bar.tsx')).ChangesBar);

const PastBanner = lazyPart(async () => (await import('../changes/past-banner.tsx')).PastBanner);

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
  const hotlines = useSavedList({ accountId, connectionNumber, records: 'hotlines' });
  useAutomaticRefresh({ accountId, accounts, saved: savedList.data, preferences });
  // If the grid appeared earlier, its columns would move, and banners would push it down.
  if (settings.isPending || views.isPending || savedList.isPending || hotlines.isPending) {
    return <main className={classes.screen} />;
  }
  const known = { views: views.data?.views ?? noViews, settings: settings.data };
  return <KnownList {...props} {...known} savedLists={{ tenants: savedList, hotlines }} />;
}

interface KnownListProps extends TenantsScreenProps {
  savedLists: Readonly<Record<RecordKind, SavedListQuery>>;
  /** Of all accounts. */
  views: readonly View[];
  /** `undefined` if they could not be read. */
  settings: AccountSettings | undefined;
}

/** The list with the tab that was shown last. */
function KnownList({ views, settings, savedLists, ...props }: KnownListProps) {
  const { accountId, connectionNumber, accounts, preferences, onDensity } = props;
  const accountKey = { accountId, connectionNumber };
  const [tabs] = useState(() =>
    openTabs(settings, views, { accountId, hasHotlines: wasRead(savedLists.hotlines.data) }),
  );
  const [first] = useState(() => listOfTab(tabs, tabs.viewId, views, accountId));
  const gridLayout = useGridLayout(first.layout);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [isDrawerOpen, drawer] = useDisclosure();
  return (
    <ListProvider
      accountKey={accountKey}
      accounts={accounts}
      savedLists={savedLists}
      timeZone={preferences.timeZone}
      initial={{ ...first, ...first.layout }}
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
  const { records, shown, error, filter } = useList();
  const { goToRow } = useGrid();
  const { saveError } = useViews();
  const failures = useRefreshFailures();
  const panel = useTabPanel();
  const hasRows = shown === null ? error === null : shown.page.tenants.length > 0;
  return (
    <>
      <div className={classes.bar}>
        <TenantsHeader switcher={switcher} onSettings={onSettings} />
        <ViewBar>
          <ChangesControl />
          {records === 'tenants' && (
            <OverviewToggle
              opened={showsOverview}
              onToggle={() => onPreferences({ showsOverview: !showsOverview })}
            />
          )}
          <AsOfControl />
          <SaveViewButton />
        </ViewBar>
        <FilterBar onDown={() => goToRow.current?.(0)} />
        <Later isWanted={filter.values.change !== undefined}>
          <ChangesBar />
        </Later>
      </div>
      <Later isWanted={shown?.request.filter.asOf !== undefined}>
        <PastBanner />
      </Later>
      {showsOverview && records === 'tenants' && (
        <Suspense fallback={<OverviewPlaceholder />}>
          <OverviewPanel failures={failures} onShowAccount={onShowAccount} />
        </Suspense>
      )}
      <ListBanners onSettings={onConnectionSettings} />
      {accounts && (
        <Suspense>
          <FailedRefreshes {...{ accounts, records, onShowAccount }} />
        </Suspense>
      )}
      {saveError && (
        <Suspense>
          <SaveError error={saveError} radius={0} />
        </Suspense>
      )}
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
