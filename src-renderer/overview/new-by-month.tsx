import { BarChart } from '@mantine/charts';
import { UnstyledButton } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Overview } from '../../src-shared/facets.ts';
import classes from './overview-charts.module.css';
import { useMonthFormat } from './use-month-format.ts';

/**
 * Returns the index of the button that a key moves the focus to, or `null` for other keys. The keys are those of a
 * toolbar: https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/
 */
function findNextButton(key: string, current: number, last: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(current - 1, 0);
    case 'ArrowRight':
      return Math.min(current + 1, last);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

interface NewByMonthProps {
  months: Overview['months'];
  /** The month in the filter, as `2026-11`. */
  chosen: string | null;
  onChoose: (month: string | null) => void;
}

/** A bar chart of the new tenants in each month. An invisible button over each bar has its name and number. */
export function NewByMonth({ months, chosen, onChoose }: NewByMonthProps) {
  const { t } = useTranslation();
  const last = months.length - 1;
  // Only one button can be reached by Tab; the arrow keys move between them.
  const [current, setCurrent] = useState(last);
  const formatMonth = useMonthFormat();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = findNextButton(event.key, current, last);
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div className={classes.months}>
      <div aria-hidden="true" className={classes.chart}>
        <BarChart
          h="100%"
          data={months.map(({ month, count }) => ({
            month: formatMonth.onAxis(month),
            count,
            color: chosen === null || chosen === month ? 'accent.5' : 'var(--overview-faded)',
          }))}
          dataKey="month"
          series={[{ name: 'count', color: 'accent.5' }]}
          withYAxis={false}
          withTooltip={false}
          gridAxis="none"
          tickLine="none"
          xAxisProps={{ height: 22, tickMargin: 0, interval: 'equidistantPreserveStart' }}
          barChartProps={{
            accessibilityLayer: false,
            barCategoryGap: '18%',
            margin: { top: 4, right: 0, bottom: 0, left: 0 },
          }}
          barProps={{ radius: [2, 2, 0, 0], isAnimationActive: false }}
          minBarSize={2}
        />
      </div>
      <div
        role="toolbar"
        aria-label={t('screens.overview.byMonth')}
        className={classes.columns}
        onKeyDown={onKeyDown}
      >
        {months.map(({ month, count }, at) => {
          const label = t('screens.overview.month', {
            month: formatMonth.inFull(month),
            count,
          });
          return (
            <UnstyledButton
              key={month}
              data-hint={label}
              className={classes.column}
              tabIndex={at === current ? 0 : -1}
              aria-label={label}
              aria-pressed={month === chosen}
              onFocus={() => setCurrent(at)}
              onClick={() => onChoose(month === chosen ? null : month)}
            />
          );
        })}
      </div>
    </div>
  );
}
