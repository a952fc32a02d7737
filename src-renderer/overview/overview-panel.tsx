import { Skeleton, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedListStatus } from '../../src-shared/saved-list.ts';
import type { TimeZone } from '../../src-shared/time-zone.ts';
import type { AccountKey } from '../bridge/account-key.ts';
import type { FilterValues } from '../list/filter-values.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { overviewId } from './overview-toggle.tsx';
import classes from './overview-panel.module.css';
import { useOverview } from './use-overview.ts';

/** Loaded when the panel is first unfolded: charts are a third of all the page's code. */
const OverviewCharts = lazy(async () => ({
  default: (await import('./overview-charts.tsx')).OverviewCharts,
}));

interface OverviewPanelProps {
  accountKey: AccountKey;
  timeZone: TimeZone;
  saved: SavedListStatus | undefined;
  isRefreshing: boolean;
  /** What the list is filtered by. */
  values: FilterValues;
  onFilter: (changes: Partial<FilterValues>) => void;
}

/** The saved list at a glance, above the grid; of the same height whatever it shows, so that the grid never jumps. */
export function OverviewPanel(props: OverviewPanelProps) {
  const { accountKey, timeZone, saved, isRefreshing, values, onFilter } = props;
  const { t } = useTranslation();
  const isEmpty = saved?.state === 'none';
  const overview = useOverview(accountKey, {
    timeZone,
    enabled: saved !== undefined && !isEmpty,
    isGrowing: isRefreshing && saved?.state === 'partial',
  });
  return (
    <section id={overviewId} className={classes.panel} aria-label={t('screens.overview.title')}>
      {isEmpty ? (
        <Text c="dimmed" className={classes.message}>
          {t('screens.overview.nothing')}
        </Text>
      ) : overview.error ? (
        <div className={classes.message}>
          <ErrorAlert error={overview.error} />
        </div>
      ) : (
        <Suspense fallback={<Waiting />}>
          {overview.data === undefined ? (
            <Waiting />
          ) : (
            <OverviewCharts overview={overview.data} values={values} onFilter={onFilter} />
          )}
        </Suspense>
      )}
    </section>
  );
}

function Waiting() {
  return (
    <>
      <Skeleton height="100%" />
      <Skeleton height="100%" />
      <Skeleton height="100%" />
    </>
  );
}
