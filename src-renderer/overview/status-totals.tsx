import { DonutChart } from '@mantine/charts';
import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Overview } from '../../src-shared/facets.ts';
import { noValue } from '../../src-shared/filter-values.ts';
import { useNumberFormat } from '../ui/use-number-format.ts';
import classes from './overview-charts.module.css';
import { statusColor, statusName } from './status-names.ts';

interface StatusTotalsProps {
  overview: Overview;
  /** The status in the filter; `null` if there are none or several. */
  chosen: string | null;
  onChoose: (status: string | null) => void;
}

/** The number of tenants with each status, as a donut chart and as buttons beside it. */
export function StatusTotals({ overview, chosen, onChoose }: StatusTotalsProps) {
  const { t } = useTranslation();
  const formatNumber = useNumberFormat();
  const statuses = overview.statuses.map(({ value, count }) => ({
    value: value ?? noValue,
    count,
    name: statusName(t, value),
    color: statusColor(value),
  }));
  return (
    <div className={classes.statuses}>
      <div aria-hidden="true">
        <DonutChart
          size={120}
          thickness={14}
          strokeWidth={0}
          withTooltip={false}
          pieChartProps={{ accessibilityLayer: false }}
          pieProps={{ rootTabIndex: -1 }}
          data={statuses.map(({ name, count, color }) => ({ name, value: count, color }))}
          chartLabel={formatNumber(overview.total)}
        />
      </div>
      <ul className={classes.list}>
        {statuses.map(({ value, count, name, color }) => (
          <li key={value}>
            <UnstyledButton
              className={classes.row}
              aria-pressed={value === chosen}
              onClick={() => onChoose(value === chosen ? null : value)}
            >
              <span data-color-dot className={classes.dot} style={{ background: color }} />
              <span className={classes.name}>{name}</span>
              <span className={classes.count}>{formatNumber(count)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
