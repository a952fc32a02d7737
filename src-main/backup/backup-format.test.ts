import { describe, expect, it } from 'vitest';
import { layoutSchema } from '../../src-shared/account-settings.ts';
import { accountColors, defaultExportOptions } from '../../src-shared/choices.ts';
import { noFilter } from '../../src-shared/filter-values.ts';
import { mostViews } from '../../src-shared/limits.ts';
import { preferencesSchema } from '../../src-shared/preferences.ts';
import { formatBackup, parseBackup, type Backup } from './backup-format.ts';

const accountId = '00000000-0000-4000-8000-000000000001';
const otherId = '00000000-0000-4000-8000-000000000002';
const newId: unknown = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);

const layout = layoutSchema.parse({
  ...{ order: ['domain', 'id'], hidden: ['status'], widths: { name: 300 }, pageSize: 25 },
});
const settings = { layout, listState: null, exportOptions: defaultExportOptions };
const account = {
  ...{ accountId, name: 'Hà Nội', color: accountColors[2], settings },
  baseUrl: 'https://api.example.vn/v1/partner',
  annotations: [{ tenantId: '1', isStarred: true, note: 'gọi lại', tags: ['vip'] }],
  ownerNames: [{ ownerId: '7', name: 'Minh' }],
};
const preferences = preferencesSchema.parse({
  ...{ language: 'vi', colorScheme: 'dark', zoomPercent: 150 },
});

function createView(at: number) {
  return {
    viewId: `10000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    ...{ name: `View ${at}`, accountId: null, exportOptions: null },
    shown: { filterValues: noFilter, sort: null, layout, density: 'compact' as const },
  };
}

const backup: Backup = {
  ...{ appVersion: '1.2.3', savedAt: '2026-11-23T00:00:00.000Z', preferences },
  ...{ accounts: [account], allAccounts: settings, views: [createView(1)] },
};

/** Returns what is read of a backup file after a change of its fields. */
function read(changes: object) {
  const json: unknown = JSON.parse(formatBackup(backup));
  return parseBackup(JSON.stringify(Object.assign({}, json, changes)));
}

const ofAccount = (changes: object) => ({ accounts: [{ ...account, ...changes }] });
const ofPreferences = (changes: object) => ({ preferences: { ...preferences, ...changes } });
const ofLayout = (changes: object) => ({
  allAccounts: { ...settings, layout: { ...layout, ...changes } },
});

it('a backup is read as it was written', () => {
  expect(read({})).toEqual({ ...backup, invalidEntries: 0 });
});

describe('an invalid value of a backup costs only itself', () => {
  it.each<[string, object, object]>([
    ['color', ofAccount({ color: 'pink2' }), ofAccount({ color: accountColors[0] })],
    ['name', ofAccount({ name: '' }), ofAccount({ name: 'api.example.vn' })],
    ['address', ofAccount({ baseUrl: 7 }), ofAccount({ baseUrl: '' })],
    ['list of owners', ofAccount({ ownerNames: null }), ofAccount({ ownerNames: [] })],
    [
      'settings',
      ofAccount({ settings: 7 }),
      ofAccount({ settings: { layout: null, listState: null, exportOptions: null } }),
    ],
    ['zoom', ofPreferences({ zoomPercent: 101 }), ofPreferences({ zoomPercent: 100 })],
    [
      'color scheme',
      ofPreferences({ colorScheme: 'sepia' }),
      ofPreferences({ colorScheme: undefined }),
    ],
    ['preferences', { preferences: [] }, { preferences: null }],
    ['width', ofLayout({ widths: { name: 5, id: 90 } }), ofLayout({ widths: { id: 90 } })],
    ['page size', ofLayout({ pageSize: 77 }), ofLayout({ pageSize: 50 })],
    [
      'export format',
      { allAccounts: { ...settings, exportOptions: { ...defaultExportOptions, format: 'pdf' } } },
      { allAccounts: settings },
    ],
    ['list state', { allAccounts: { ...settings, listState: 'all' } }, { allAccounts: settings }],
    ['id of an account', { accounts: [{ ...account, accountId: 'x' }, account] }, {}],
    ['repeated id', { accounts: [account, { ...account, name: 'Huế' }] }, {}],
    ['account', { accounts: [account, 7] }, {}],
    ['version of the app', { appVersion: 7 }, { appVersion: '' }],
    ['list of views', { views: {} }, { views: [] }],
    ['view', { views: [7, createView(1)] }, {}],
    [
      'filter of a view',
      {
        views: [
          createView(1),
          {
            ...createView(2),
            shown: { ...createView(2).shown, filterValues: { ...noFilter, tags: 7 } },
          },
        ],
      },
      {},
    ],
    [
      'order of a view',
      { views: [{ ...createView(1), shown: { ...createView(1).shown, sort: 'name' } }] },
      {},
    ],
    [
      'id of a view',
      { views: [createView(1), createView(1)] },
      { views: [createView(1), { ...createView(1), viewId: newId }] },
    ],
  ])('%s', (_, changes, expected) => {
    expect(read(changes)).toEqual({ ...backup, ...expected, invalidEntries: 1 });
  });

  it('and several are counted', () => {
    const annotations = [...account.annotations, { tenantId: '2', note: 7 }, null];
    const changes = {
      ...ofAccount({ color: 'pink2', name: '', annotations }),
      ...ofPreferences({ zoomPercent: 101, density: 'huge' }),
    };
    const { accounts, invalidEntries } = read(changes);
    expect(invalidEntries).toBe(6);
    expect(accounts[0]?.annotations).toEqual(account.annotations);
  });
});

it('accounts without valid names and colors get different ones', () => {
  const nameless = { ...account, name: '', color: 'pink2' };
  const sample = { ...nameless, accountId: otherId.replace('2', '3'), baseUrl: null };
  const { accounts } = read({ accounts: [nameless, { ...nameless, accountId: otherId }, sample] });
  expect(accounts.map(({ name }) => name)).toEqual([
    ...['api.example.vn', 'api.example.vn 2', sample.accountId],
  ]);
  expect(accounts.map(({ color }) => color)).toEqual(accountColors.slice(0, 3));
});

it('all views of a backup are read, because only restoring finds out how many fit', () => {
  const views = Array.from({ length: mostViews + 1 }, (_, at) => createView(at));
  expect(read({ views })).toEqual({ ...backup, views, invalidEntries: 0 });
});

it.each<[string, object]>([
  ['the backup', { regions: [] }],
  ['an account', ofAccount({ region: '1' })],
  ['an annotation', ofAccount({ annotations: [{ tenantId: '1', region: '1' }] })],
  ['preferences beside an invalid one', ofPreferences({ zoomPercent: 101, region: '1' })],
  ['a layout', ofLayout({ region: '1' })],
  [
    'the filter of a view',
    {
      views: [
        {
          ...createView(1),
          shown: { ...createView(1).shown, filterValues: { ...noFilter, regions: ['1'] } },
        },
      ],
    },
  ],
])('an unknown field of %s is refused', (_, changes) => {
  expect(() => read(changes)).toThrow(expect.objectContaining({ code: 'backup_too_new' }));
});

it.each<[string, object]>([
  ['without a list of accounts', { accounts: 7 }],
  ['without a valid time', { savedAt: 'yesterday' }],
  ['of another format', { format: 'other' }],
])('a file %s is refused', (_, changes) => {
  expect(() => read(changes)).toThrow(expect.objectContaining({ code: 'backup_unreadable' }));
});
