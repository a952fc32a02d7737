import type { TFunction } from 'i18next';
import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import type { Overview } from '../../src-shared/facets.ts';
import { locales } from '../../src-shared/locales/index.ts';
import { sumAccounts } from './growth.ts';
import { overviewTable, type OverviewView } from './overview-table.ts';

let t: TFunction;
beforeAll(async () => {
  t = await i18next.createInstance().init({ lng: 'en', resources: locales });
});

const enabled = (count: number) => ({ value: 'P', count });
const none = (count: number) => ({ value: null, count });

const overview: Overview = {
  total: 1250,
  stillNew: 144,
  statuses: [enabled(1200), { value: 'X', count: 48 }, none(2)],
  months: [{ month: '2026-11', count: 12 }],
  owners: {
    most: [
      { value: '1108213456789012345', count: 700, name: null, hint: 'Hà Nội' },
      { value: '1108213456789012346', count: 300, name: 'Anh Minh', hint: 'Huế' },
    ],
    count: 9,
  },
  growth: {
    since: '2026-09-03T02:00:00Z',
    months: [
      { month: '2026-10', statuses: [enabled(1190)], new: 3, gone: 5 },
      { month: '2026-11', statuses: [none(50), enabled(1200)], new: 62, gone: 2 },
    ],
  },
  accounts: [
    {
      accountId: 'b',
      ...{ total: 50, newThisMonth: 2, goneThisMonth: 1, statuses: [none(50)] },
      fetchedAt: null,
    },
    {
      accountId: 'a',
      ...{ total: 1200, newThisMonth: 60, goneThisMonth: 1, statuses: [enabled(1200)] },
      fetchedAt: '2026-11-23T09:05:00Z',
    },
  ],
};

const tableOf = (view: OverviewView) =>
  overviewTable(overview, {
    view,
    accounts: [
      { accountId: 'a', name: 'Chị Hà', kind: 'sample', color: 'blue' },
      { accountId: 'b', name: 'Sao Mai', kind: 'sample', color: 'red' },
    ],
    t,
    formatDate: (text) => `on ${text}`,
  });

it('copies the tenants of now, with unknown statuses as they are', () => {
  expect(tableOf('now')).toEqual({
    header: ['Section', 'Value', 'Tenants'],
    rows: [
      ['By status', 'Enabled', '1200'],
      ['By status', 'X', '48'],
      ['By status', 'None', '2'],
      ['Newly created for more than 30 days', '', '144'],
      ['New tenants by month', '2026-11', '12'],
      ['Owners with the most tenants', '1108213456789012345', '700'],
      ['Owners with the most tenants', 'Anh Minh (1108213456789012346)', '300'],
    ],
  });
});

it('copies the growth, with a number for each status in each month', () => {
  expect(tableOf('growth')).toEqual({
    header: ['Month', 'Enabled', 'None', 'New', 'Gone', 'Net'],
    rows: [
      ['2026-10', '1190', '0', '3', '5', '-2'],
      ['2026-11', '1200', '50', '62', '2', '60'],
    ],
  });
});

it('copies the totals of each account by its name', () => {
  const { header, rows } = tableOf('accounts');
  expect(header?.slice(0, 4)).toEqual(['Account', 'Tenants', 'Enabled', 'None']);
  expect(rows).toEqual([
    ['Sao Mai', '50', '0', '50', '2', '1', ''],
    ['Chị Hà', '1200', '1200', '0', '60', '1', 'on 2026-11-23T09:05:00Z'],
  ]);
});

it('adds up the totals of the accounts', () => {
  expect(sumAccounts(overview.accounts)).toEqual({
    ...{ total: 1250, newThisMonth: 62, goneThisMonth: 2 },
    statuses: [enabled(1200), none(50)],
  });
});
