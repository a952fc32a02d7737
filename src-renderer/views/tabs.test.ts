import { describe, expect, it } from 'vitest';
import { allAccounts } from '../../src-shared/choices.ts';
import { noFilter } from '../../src-shared/filter-values.ts';
import type { View } from '../../src-shared/views.ts';
import { listStateSchema } from '../../src-shared/account-settings.ts';
import { defaultLayouts, toggleField } from '../layout/layout.ts';
import {
  forNextStart,
  hotlinesTab,
  listOfView,
  moveView,
  openTabs,
  toListState,
  toSaved,
  viewsOf,
  type TabList,
} from './tabs.ts';

const one = '00000000-0000-4000-8000-000000000001';
const two = '00000000-0000-4000-8000-000000000002';

function createView(viewId: string, changes: Partial<View> = {}): View {
  return {
    ...{ viewId, name: viewId, accountId: null, exportOptions: null },
    shown: {
      filterValues: { ...noFilter, createdFrom: 'last7Days' },
      sort: [{ field: 'name', direction: 'ascending' }],
      layout: toggleField(defaultLayouts.tenants, 'domain'),
      density: 'compact',
    },
    ...changes,
  };
}

const views = [
  createView('a'),
  createView('b', { accountId: one }),
  createView('c', { accountId: two }),
  createView('d', { accountId: allAccounts }),
  createView('e'),
];

const ownerOf = (accountId: string) => ({ accountId, hasHotlines: true });

const idsOf = (some: readonly View[]) => some.map(({ viewId }) => viewId).join('');

describe('the views of a list', () => {
  it('are its own and those of every list', () => {
    expect(idsOf(viewsOf(views, ownerOf(one)))).toBe('abe');
    expect(idsOf(viewsOf(views, ownerOf(allAccounts)))).toBe('ade');
  });

  it('are hidden if they show hotlines and the account has none', () => {
    const layout = defaultLayouts.hotlines;
    const ofHotlines = createView('h', { shown: { ...createView('a').shown, layout } });
    expect(idsOf(viewsOf([ofHotlines, ...views], ownerOf(one)))).toBe('habe');
    const owner = { accountId: one, hasHotlines: false };
    expect(idsOf(viewsOf([ofHotlines, ...views], owner))).toBe('abe');
  });

  it('filter by accounts only in the list of all accounts', () => {
    const filterValues = { ...noFilter, accountIds: [two] };
    const view = createView('a', { shown: { ...createView('a').shown, filterValues } });
    expect(listOfView(view, one).filterValues.accountIds).toEqual([]);
    expect(listOfView(view, allAccounts)).toBe(view.shown);
  });

  it('keep their filter by accounts when they are saved in the list of one', () => {
    const filterValues = { ...noFilter, accountIds: [two] };
    const view = createView('a', { shown: { ...createView('a').shown, filterValues } });
    const changed = { ...view.shown, filterValues: { ...noFilter, name: 'hoa' } };
    expect(toSaved(changed, view, one).filterValues).toEqual({ ...filterValues, name: 'hoa' });
    expect(toSaved(changed, view, allAccounts)).toEqual(changed);
  });

  it.each([
    ['b', 1, one, 'acdeb'],
    ['b', -1, one, 'bacde'],
    ['e', -1, one, 'aebcd'],
    ['a', -1, one, 'abcde'],
    ['e', 1, one, 'abcde'],
    ['a', 1, allAccounts, 'bcdae'],
  ] as const)('are moved among the tabs: %s by %d in %s', (viewId, step, accountId, expected) => {
    expect(idsOf(moveView(views, viewId, step, ownerOf(accountId)))).toBe(expected);
  });
});

describe('kept tabs', () => {
  const layout = toggleField(defaultLayouts.tenants, 'status');
  const ofOne = viewsOf(views, ownerOf(one));
  const own = { filterValues: { ...noFilter, name: 'hoa' }, sort: null, layout, density: null };
  const changed = { ...createView('a').shown, sort: null };
  const tabs = {
    viewId: 'a',
    lists: new Map<string | null, TabList>([
      [null, own],
      ['a', changed],
      ['b', createView('b').shown],
      ['gone', changed],
    ]),
  };

  it('are opened as they were, without the views that have no changes and those that are gone', () => {
    const listState = toListState(tabs, ofOne, one);
    expect(listState.changedViews).toEqual([{ ...changed, viewId: 'a' }]);
    const opened = openTabs({ layout, listState }, views, ownerOf(one));
    expect(opened.viewId).toBe('a');
    expect([...opened.lists]).toEqual([
      [null, own],
      ['a', changed],
    ]);
  });

  it('have that of all hotlines, with its own columns, while the account has hotlines', () => {
    const hotlines = {
      ...{ filterValues: { ...noFilter, networks: ['viettel'] }, sort: null, density: null },
      layout: toggleField(defaultLayouts.hotlines, 'network'),
    };
    const lists = new Map(tabs.lists).set(hotlinesTab, hotlines);
    const shown = { viewId: hotlinesTab, lists };
    const kept = toListState(shown, ofOne, one);
    const hotlinesKept = listStateSchema.shape.hotlines.parse(kept.hotlines);
    const listState = { ...kept, hotlines: hotlinesKept };
    const opened = openTabs({ layout, listState }, views, ownerOf(one));
    expect(opened.viewId).toBe(hotlinesTab);
    expect(opened.lists.get(hotlinesTab)).toEqual(hotlines);
    expect(opened.lists.get(null)).toEqual(own);
    const without = { accountId: one, hasHotlines: false };
    expect(openTabs({ layout, listState }, views, without).viewId).toBeNull();
    // Another tab can be shown while this one keeps its changes.
    const later = toListState({ viewId: 'a', lists }, ofOne, one);
    expect(later).toMatchObject({ viewId: 'a', hotlines: { isShown: false } });
    expect(toListState(tabs, ofOne, one).hotlines).toBeUndefined();
  });

  it('show all tenants if the shown view is gone or belongs to another account', () => {
    const listState = toListState({ ...tabs, viewId: 'b' }, ofOne, one);
    expect(openTabs({ layout: null, listState }, views, ownerOf(one)).viewId).toBe('b');
    expect(openTabs({ layout: null, listState }, views, ownerOf(two)).viewId).toBeNull();
    expect(openTabs({ layout: null, listState }, [], ownerOf(one)).viewId).toBeNull();
    expect(openTabs(undefined, views, ownerOf(one))).toMatchObject({ viewId: null });
  });

  it('begin in the present, unless the view itself shows changes or a day in the past', () => {
    const change = { ...noFilter, change: 'any' as const, since: '2026-11-01' };
    const past = { ...noFilter, asOf: 'yesterday' };
    const ofChanges = createView('a', {
      shown: { ...createView('a').shown, filterValues: change },
    });
    const state = {
      ...{ viewId: null, filterValues: { ...noFilter, ...past, name: 'hoa' }, sort: null },
      changedViews: [
        { ...changed, viewId: 'a', filterValues: { ...change, change: 'new' as const } },
        { ...changed, viewId: 'b', filterValues: past },
      ],
    };
    const kept = forNextStart(state, [ofChanges, createView('b')]);
    expect(kept.filterValues).toEqual({ ...noFilter, name: 'hoa' });
    expect(kept.changedViews.map(({ filterValues }) => filterValues)).toEqual([change, noFilter]);
  });
});
