import '@mantine/charts/styles.layer.css';
import { BarChart } from '@mantine/charts';
import { Text, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Overview } from '../../src-shared/facets.ts';
import { useDateFormat } from '../ui/use-date-format.ts';
import { useNumberFormat } from '../ui/use-number-format.ts';
import { countOf, formatNet, listStatuses, netOf } from './growth.ts';
import classes from './overview-charts.module.css';
import { tableOfGrowth } from './overview-table.ts';
import { statusColor, statusName } from './status-names.ts';
import { useMonthFormat } from './use-month-format.ts';

const colorOfNew = 'var(--overview-enabled)';
const colorOfGone = 'var(--overview-gone)';

/** How the list has grown: tenants by status and new and gone tenants by month. Screen readers get a table instead. */
export function GrowthCharts({ overview }: { overview: Overview }) {
  const { t } = useTranslation();
  const formatNumber = useNumberFormat();
  const formatDate = useDateFormat();
  const formatMonth = useMonthFormat();
  const { months, since } = overview.growth;
  const thisMonth = months.at(-1);
  if (thisMonth === undefined) {
    return (
      <Text c="dimmed" className={classes.message}>
        {t('screens.overview.noGrowth')}
      </Text>
    );
  }
  const statuses = listStatuses(months).map((value) => ({
    key: `status ${value ?? ''}`,
    value,
    name: statusName(t, value),
    color: statusColor(value),
  }));
  const facts = [
    { name: t('screens.overview.new'), color: colorOfNew, text: formatNumber(thisMonth.new) },
    { name: t('screens.overview.gone'), color: colorOfGone, text: formatNumber(thisMonth.gone) },
    { name: t('screens.overview.net'), text: formatNet(netOf(thisMonth), formatNumber) },
  ];
  return (
    <>
      <Part title={t('screens.overview.statusByMonth')} legend={statuses}>
        <Bars
          data={months.map(({ month, statuses: counts }) => ({
            month: formatMonth.onAxis(month),
            ...Object.fromEntries(statuses.map(({ key, value }) => [key, countOf(counts, value)])),
          }))}
          series={statuses.map(({ key, name, color }) => ({ name: key, label: name, color }))}
        />
      </Part>
      <Part
        title={t('screens.overview.newAndGone')}
        legend={facts.flatMap(({ name, color }) => (color ? [{ key: name, name, color }] : []))}
      >
        <Bars
          data={months.map(({ month, new: added, gone }) => ({
            month: formatMonth.onAxis(month),
            ...{ added, gone: -gone },
          }))}
          series={[
            { name: 'added', label: t('screens.overview.new'), color: colorOfNew },
            { name: 'gone', label: t('screens.overview.gone'), color: colorOfGone },
          ]}
        />
      </Part>
      <section className={classes.part} aria-label={formatMonth.inFull(thisMonth.month)}>
        <h2 className={classes.title}>{formatMonth.inFull(thisMonth.month)}</h2>
        <dl className={classes.facts}>
          {facts.map(({ name, text }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        {since !== null && (
          <Text size="xs" c="dimmed" mt="xs">
            {t('screens.overview.growthSince', { time: formatDate(since) })}
          </Text>
        )}
      </section>
      <VisuallyHidden>
        <Table {...tableOfGrowth(overview, { t })} />
      </VisuallyHidden>
    </>
  );
}

interface PartProps {
  title: string;
  legend: readonly { key: string; name: string; color: string }[];
  children: ReactNode;
}

function Part({ title, legend, children }: PartProps) {
  return (
    <section className={classes.part} aria-hidden="true">
      <h2 className={classes.title}>
        {title}
        {legend.map(({ key, name, color }) => (
          <span key={key} className={classes.legend}>
            <span data-color-dot className={classes.dot} style={{ background: color }} />
            {name}
          </span>
        ))}
      </h2>
      <div className={classes.months}>{children}</div>
    </section>
  );
}

interface BarsProps {
  data: Record<string, string | number>[];
  series: { name: string; label: string; color: string }[];
}

/** Stacked bars by month. Negative numbers are below the axis. */
function Bars({ data, series }: BarsProps) {
  const formatNumber = useNumberFormat();
  return (
    <BarChart
      h="100%"
      type="stacked"
      data={data}
      dataKey="month"
      series={series}
      withYAxis={false}
      gridAxis="none"
      tickLine="none"
      valueFormatter={(value) => formatNumber(Math.abs(value))}
      tooltipAnimationDuration={0}
      xAxisProps={{ height: 22, tickMargin: 0, interval: 'equidistantPreserveStart' }}
      barChartProps={{
        accessibilityLayer: false,
        barCategoryGap: '18%',
        stackOffset: 'sign',
        margin: { top: 4, right: 0, bottom: 0, left: 0 },
      }}
      barProps={{ isAnimationActive: false, maxBarSize: 36 }}
    />
  );
}

function Table({ header, rows }: { header: string[]; rows: string[][] }) {
  const { t } = useTranslation();
  return (
    <table>
      <caption>{t('screens.overview.views.growth')}</caption>
      <thead>
        <tr>
          {header.map((name, at) => (
            <th key={at} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([month, ...values]) => (
          <tr key={month}>
            <th scope="row">{month}</th>
            {values.map((value, at) => (
              <td key={at}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
