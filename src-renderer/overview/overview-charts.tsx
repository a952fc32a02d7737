import '@mantine/charts/styles.layer.css';
import { hashKey } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { lastDayOf } from '../../src-shared/days.ts';
import type { Overview } from '../../src-shared/facets.ts';
import { stillNew, type FilterValues } from '../../src-shared/filter-values.ts';
import { NewByMonth } from './new-by-month.tsx';
import classes from './overview-charts.module.css';
import { StillNewTile } from './still-new-tile.tsx';
import { StatusTotals } from './status-totals.tsx';
import { TopOwners } from './top-owners.tsx';

/** Clears what `stillNew` sets. */
const notStillNew = { statuses: [], createdFrom: '', createdTo: '' } satisfies Record<
  keyof typeof stillNew,
  unknown
>;

interface OverviewChartsProps {
  overview: Overview;
  values: FilterValues;
  onFilter: (changes: Partial<FilterValues>) => void;
}

/** Totals by status, new tenants by month and the largest owners. A click on a value sets or clears its filter. */
export function OverviewCharts({ overview, values, onFilter }: OverviewChartsProps) {
  const { t } = useTranslation();
  const [status, ...otherStatuses] = values.statuses;
  const [owner, ...otherOwners] = values.ownerIds;
  const month = values.createdFrom.slice(0, 'yyyy-mm'.length);
  const isWholeMonth =
    values.createdFrom === `${month}-01` && values.createdTo === lastDayOf(month);
  const isStillNew = hashKey([values]) === hashKey([{ ...values, ...stillNew }]);
  return (
    <>
      <section className={classes.part} aria-label={t('screens.overview.byStatus')}>
        <h2 className={classes.title}>{t('screens.overview.byStatus')}</h2>
        <StatusTotals
          overview={overview}
          chosen={status === undefined || otherStatuses.length > 0 ? null : status}
          onChoose={(value) => onFilter({ statuses: value === null ? [] : [value] })}
        />
        <StillNewTile
          count={overview.stillNew}
          isChosen={isStillNew}
          onChoose={() => onFilter(isStillNew ? notStillNew : stillNew)}
        />
      </section>
      <section className={classes.part} aria-label={t('screens.overview.byMonth')}>
        <h2 className={classes.title}>{t('screens.overview.byMonth')}</h2>
        <NewByMonth
          months={overview.months}
          chosen={isWholeMonth ? month : null}
          onChoose={(value) =>
            onFilter({
              createdFrom: value === null ? '' : `${value}-01`,
              createdTo: value === null ? '' : lastDayOf(value),
            })
          }
        />
      </section>
      <section className={classes.part} aria-label={t('screens.overview.byOwner')}>
        <h2 className={classes.title}>{t('screens.overview.byOwner')}</h2>
        <TopOwners
          owners={overview.owners.most}
          chosen={owner === undefined || otherOwners.length > 0 ? null : owner}
          onChoose={(value) => onFilter({ ownerIds: value === null ? [] : [value] })}
        />
      </section>
    </>
  );
}
