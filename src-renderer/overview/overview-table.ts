import type { TFunction } from 'i18next';
import type { Account } from '../../src-shared/account.ts';
import type { Overview } from '../../src-shared/facets.ts';
import type { CopiedTable } from '../clipboard/write-clipboard.ts';
import { countOf, listStatuses, netOf } from './growth.ts';
import { statusName } from './status-names.ts';

/** What the panel shows: the tenants of now, how their number has grown, or the totals of each account. */
export type OverviewView = 'now' | 'growth' | 'accounts';

interface TableOptions {
  view: OverviewView;
  /** The accounts whose totals are in the overview. */
  accounts: readonly Account[];
  t: TFunction;
  formatDate: (text: string) => string;
}

/** Returns a view of the overview as a table to copy. Its numbers have digits only, so that a spreadsheet can add them. */
export function overviewTable(overview: Overview, options: TableOptions): CopiedTable {
  switch (options.view) {
    case 'now':
      return tableOfNow(overview, options);
    case 'growth':
      return tableOfGrowth(overview, options);
    case 'accounts':
      return tableOfAccounts(overview, options);
  }
}

function tableOfNow(overview: Overview, { t }: TableOptions): CopiedTable {
  const { statuses, months, owners } = overview;
  return {
    header: [
      t('screens.overview.columns.part'),
      t('screens.overview.columns.value'),
      t('screens.overview.columns.tenants'),
    ],
    rows: [
      ...statuses.map(({ value, count }) => [
        t('screens.overview.byStatus'),
        statusName(t, value),
        String(count),
      ]),
      [t('screens.overview.stillNew'), '', String(overview.stillNew)],
      ...months.map(({ month, count }) => [t('screens.overview.byMonth'), month, String(count)]),
      ...owners.most.map(({ value, count, name }) => [
        t('screens.overview.byOwner'),
        name === null ? value : `${name} (${value})`,
        String(count),
      ]),
    ],
  };
}

/** Also read by screen readers instead of the charts. */
export function tableOfGrowth(
  { growth }: Overview,
  { t }: Pick<TableOptions, 't'>,
): CopiedTable & { header: string[] } {
  const statuses = listStatuses(growth.months);
  return {
    header: [
      t('screens.overview.columns.month'),
      ...statuses.map((status) => statusName(t, status)),
      t('screens.overview.new'),
      t('screens.overview.gone'),
      t('screens.overview.net'),
    ],
    rows: growth.months.map((month) => [
      month.month,
      ...statuses.map((status) => String(countOf(month.statuses, status))),
      ...[month.new, month.gone, netOf(month)].map(String),
    ]),
  };
}

function tableOfAccounts(overview: Overview, options: TableOptions): CopiedTable {
  const { accounts, t, formatDate } = options;
  const statuses = listStatuses(overview.accounts);
  return {
    header: [
      t('screens.overview.columns.account'),
      t('screens.overview.columns.tenants'),
      ...statuses.map((status) => statusName(t, status)),
      t('screens.overview.newThisMonth'),
      t('screens.overview.goneThisMonth'),
      t('screens.overview.columns.refreshed'),
    ],
    rows: overview.accounts.map((totals) => [
      accounts.find(({ accountId }) => accountId === totals.accountId)?.name ?? '',
      String(totals.total),
      ...statuses.map((status) => String(countOf(totals.statuses, status))),
      ...[totals.newThisMonth, totals.goneThisMonth].map(String),
      totals.fetchedAt === null ? '' : formatDate(totals.fetchedAt),
    ]),
  };
}
