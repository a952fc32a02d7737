import { Skeleton, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedListStatus } from '../../src-shared/saved-list.ts';
import type { TimeZone } from '../../src-shared/time-zone.ts';
import type { AccountKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import type { FilterValues } from '../list/filter-values.ts';
import { overviewQuery } from '../queries/overview-query.ts';
import { growingInterval } from '../queries/query-client.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { useToday } from '../ui/use-today.ts';
import classes from './overview-panel.module.css';
import { overviewId } from './overview-toggle.tsx';

/** Loaded when the panel is first opened: the charts are a third of the page's code. */
const OverviewCharts = lazy(async () => ({
  default: (await import('./overview-charts.tsx')).OverviewCharts,
}));

interface OverviewPanelProps {
  accountKey: AccountKey;
  /** Months start and end in this time zone. */
  timeZone: TimeZone;
  saved: SavedListStatus | undefined;
  isRefreshing: boolean;
  /** The current filter. */
  values: FilterValues;
  onFilter: (changes: Partial<FilterValues>) => void;
}

/** The overview of the saved list, above the grid. Its height is fixed, so that the grid does not move. */
export function OverviewPanel(props: OverviewPanelProps) {
  const { accountKey, timeZone, saved, isRefreshing, values, onFilter } = props;
  const { t } = useTranslation();
  const call = useCall();
  const today = useToday();
  const isEmpty = saved?.state === 'none';
  const isGrowing = isRefreshing && saved?.state === 'partial';
  const overview = useQuery({
    ...overviewQuery(call, accountKey, { filter: {}, timeZone, today }),
    enabled: saved !== undefined && !isEmpty,
    refetchInterval: isGrowing && growingInterval,
    placeholderData: keepPreviousData,
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
        <Suspense fallback={<OverviewSkeleton />}>
          {overview.data === undefined ? (
            <OverviewSkeleton />
          ) : (
            <OverviewCharts overview={overview.data} values={values} onFilter={onFilter} />
          )}
        </Suspense>
      )}
    </section>
  );
}

function OverviewSkeleton() {
  return (
    <>
      <Skeleton height="100%" />
      <Skeleton height="100%" />
      <Skeleton height="100%" />
    </>
  );
}
