import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCopy } from '../clipboard/use-copy.ts';
import { useList } from '../list/list-provider.tsx';
import { ErrorAlert, type ShownError } from '../ui/error-alert.tsx';
import { useDateFormat } from '../ui/use-date-format.ts';
import { AccountsTable } from './accounts-table.tsx';
import { GrowthCharts } from './growth-charts.tsx';
import { OverviewBar } from './overview-bar.tsx';
import { OverviewCharts } from './overview-charts.tsx';
import classes from './overview-panel.module.css';
import { OverviewSkeleton } from './overview-placeholder.tsx';
import { overviewTable, type OverviewView } from './overview-table.ts';
import { overviewId } from './overview-toggle.tsx';
import { useExportOverview, useOverview } from './use-overview.ts';
import { useSettledFilter } from './use-settled-filter.ts';

const noFilters = {};

interface OverviewPanelProps {
  /** Why the last refresh of an account failed, by account id. */
  failures: ReadonlyMap<string, ShownError>;
  onShowAccount: (accountId: string) => void;
}

/**
 * The overview of the saved list, above the grid: its tenants now, how their number has grown, and the totals of each
 * account. Its height is fixed, so that the grid does not move.
 */
export function OverviewPanel({ failures, onShowAccount }: OverviewPanelProps) {
  const { t } = useTranslation();
  const { accounts, filter, setWantsLive } = useList();
  const formatDate = useDateFormat();
  const copy = useCopy();
  const views: OverviewView[] = ['now', 'growth', ...(accounts ? (['accounts'] as const) : [])];
  const [chosenView, setView] = useState<OverviewView>('now');
  const view = views.includes(chosenView) ? chosenView : 'now';
  const [followsFilters, setFollowsFilters] = useState(true);
  const settledFilter = useSettledFilter();
  const shownFilter = followsFilters ? settledFilter : noFilters;
  const { isEmpty, data, error } = useOverview(shownFilter);
  const exportOverview = useExportOverview();
  return (
    <section id={overviewId} className={classes.panel} aria-label={t('screens.overview.title')}>
      <OverviewBar
        views={views}
        view={view}
        onView={setView}
        followsFilters={followsFilters}
        onFollowFilters={setFollowsFilters}
        onCopy={
          data === undefined
            ? null
            : () => {
                const options = { view, accounts: accounts ?? [], t, formatDate };
                const table = overviewTable(data, options);
                void copy(Promise.resolve(table), table.rows.length);
              }
        }
        onExport={data === undefined ? null : () => exportOverview(shownFilter)}
      />
      {isEmpty || error ? (
        <div className={classes.message}>
          {error ? (
            <ErrorAlert error={error} />
          ) : (
            <Text c="dimmed">{t('screens.overview.nothing')}</Text>
          )}
        </div>
      ) : data === undefined ? (
        <OverviewSkeleton />
      ) : (
        <div className={classes.parts} data-view={view}>
          {view === 'now' && (
            <OverviewCharts
              overview={data}
              values={filter.values}
              onFilter={(changes) => {
                // The live list does not support all filters of the overview.
                setWantsLive(false);
                filter.set(changes);
              }}
            />
          )}
          {view === 'growth' && <GrowthCharts overview={data} />}
          {view === 'accounts' && (
            <AccountsTable
              overview={data}
              accounts={accounts ?? []}
              failures={failures}
              onShowAccount={onShowAccount}
            />
          )}
        </div>
      )}
    </section>
  );
}
