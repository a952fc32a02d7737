import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Overview } from '../../../src-shared/facets.ts';
import { prepareTestFolder } from '../../files/test-folder.ts';
import { readRows, readSheet } from '../xlsx/test-workbook-reader.ts';
import { runTestExport, writeTestExport } from './test-export.ts';

const folder = prepareTestFolder();

const overview: Overview = {
  total: 12,
  stillNew: 0,
  statuses: [
    { value: 'P', count: 9 },
    { value: null, count: 2 },
    { value: 'X9', count: 1 },
  ],
  months: [
    { month: '2026-09', count: 0 },
    { month: '2026-10', count: 3 },
    { month: '2026-11', count: 4 },
  ],
  owners: { most: [], count: 0 },
  growth: {
    months: [
      {
        month: '2026-10',
        statuses: [
          { value: 'P', count: 7 },
          { value: 'N', count: 3 },
        ],
        new: 3,
        gone: 5,
      },
      {
        month: '2026-11',
        statuses: [
          { value: 'P', count: 9 },
          { value: null, count: 2 },
          { value: 'X9', count: 1 },
        ],
        new: 4,
        gone: 2,
      },
    ],
    since: '2026-10-03T00:00:00.000Z',
  },
  accounts: [
    {
      accountId: 'one',
      total: 12,
      statuses: [{ value: 'P', count: 12 }],
      newThisMonth: 4,
      goneThisMonth: 2,
      fetchedAt: '2026-11-22T17:30:00.000Z',
    },
    {
      accountId: 'two',
      total: 0,
      statuses: [],
      newThisMonth: 0,
      goneThisMonth: 0,
      fetchedAt: null,
    },
  ],
};
const content = { kind: 'overview', overview } as const;
const none = undefined;
const statuses = ['Tenants', 'Newly created', 'Enabled', 'Disabled', 'Other statuses'];

describe('an export of the overview', () => {
  it('has the tenants at the end of each month, and what came and went', async () => {
    const path = folder.join('tenants.xlsx');
    await runTestExport({ folder, content });
    expect((await readSheet(path)).name).toBe('Growth');
    expect(await readRows(path, 0)).toEqual([
      [
        ...['Month', ...statuses, 'New in the month', 'Gone in the month', 'Net new'],
        'Created in the month',
      ],
      ['2026-09', none, none, none, none, none, none, none, none, 0],
      ['2026-10', 10, 0, 7, 3, 0, 3, 5, -2, 3],
      ['2026-11', 12, 0, 9, 0, 3, 4, 2, 2, 4],
    ]);
    expect((await readSheet(path, 1)).name).toBe('Info');
  });

  it('has the totals of the list now, even if it was read only once', async () => {
    const growth = { months: [], since: null };
    await runTestExport({
      folder,
      content: { kind: 'overview', overview: { ...overview, growth } },
    });
    const rows = await readRows(folder.join('tenants.xlsx'), 0);
    expect(rows.at(-1)).toEqual(['2026-11', 12, 0, 9, 0, 3, none, none, none, 4]);
  });

  it('has the totals of each account if there are several', async () => {
    const path = folder.join('tenants.xlsx');
    const accountNames = new Map([
      ['one', 'Partner One'],
      ['two', 'Chị Hà'],
    ]);
    await runTestExport({ folder, content, accountNames });
    expect((await readSheet(path, 1)).name).toBe('Accounts');
    expect(await readRows(path, 1)).toEqual([
      [
        'Account',
        ...statuses,
        'New this month',
        'Gone this month',
        'Fetched from the server (UTC+7)',
      ],
      ['Partner One', 12, 0, 12, 0, 0, 4, 2, new Date('2026-11-23T00:30:00Z')],
      ['Chị Hà', 0, 0, 0, 0, 0, 0, 0],
    ]);
  });

  it('has only the growth in a CSV file', async () => {
    const chosen = folder.join('growth.csv');
    const accountNames = new Map([['one', 'Partner One']]);
    await writeTestExport(chosen, { content, accountNames, options: { format: 'csv' } });
    const lines = (await readFile(chosen, 'utf8')).trimEnd().split('\r\n');
    expect(lines.slice(1)).toEqual([
      '2026-09,,,,,,,,,0',
      '2026-10,10,0,7,3,0,3,5,-2,3',
      '2026-11,12,0,9,0,3,4,2,2,4',
    ]);
  });
});
