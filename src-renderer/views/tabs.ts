import { hashKey } from '@tanstack/react-query';
import type { AccountSettings, ListState, ShownList } from '../../src-shared/account-settings.ts';
import { allAccounts } from '../../src-shared/choices.ts';
import { noFilter, type FilterValues } from '../../src-shared/filter-values.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import type { View } from '../../src-shared/views.ts';
import { defaultLayouts } from '../layout/layout.ts';

/** What a tab shows. The tab of all tenants has the user's own density, `null`. */
export type TabList = Omit<ShownList, 'density'> & { density: ShownList['density'] | null };

/** The id of the tab of all hotlines. The ids of views are UUIDs. */
export const hotlinesTab = 'hotlines';

/**
 * The tabs of an account: the shown one, and what they show if that was not saved. `null` is the tab of all tenants, and
 * `hotlinesTab` that of all hotlines.
 */
export interface Tabs {
  viewId: string | null;
  lists: ReadonlyMap<string | null, TabList>;
}

/** Which tabs a list has. */
interface TabOwner {
  /** An account, or all accounts. */
  accountId: string;
  /** Without hotlines, their tab and their views are hidden. */
  hasHotlines: boolean;
}

/** Returns the views that a list has. */
export function viewsOf(views: readonly View[], { accountId, hasHotlines }: TabOwner): View[] {
  return views.filter(
    (view) =>
      (view.accountId === null || view.accountId === accountId) &&
      (hasHotlines || view.shown.layout.records !== 'hotlines'),
  );
}

/** Returns what a view shows in the list of an account. Only the list of all accounts can be filtered by accounts. */
export function listOfView({ shown }: View, accountId: string): ShownList {
  if (accountId === allAccounts) return shown;
  return { ...shown, filterValues: { ...shown.filterValues, accountIds: [] } };
}

/** Returns what is saved of a view for what its tab shows. The list of one account keeps the view's filter by accounts. */
export function toSaved(shown: ShownList, { shown: before }: View, accountId: string): ShownList {
  if (accountId === allAccounts) return shown;
  const { accountIds } = before.filterValues;
  return { ...shown, filterValues: { ...shown.filterValues, accountIds } };
}

function isSameList(one: TabList, other: TabList): boolean {
  return hashKey([one]) === hashKey([other]);
}

/** Returns what a tab shows. @param views the views of the account. */
export function listOfTab(
  { lists }: Pick<Tabs, 'lists'>,
  viewId: string | null,
  views: readonly View[],
  accountId: string,
): TabList {
  const view = views.find((candidate) => candidate.viewId === viewId);
  const whole = wholeLists[viewId === hotlinesTab ? 'hotlines' : 'tenants'];
  return lists.get(viewId) ?? (view === undefined ? whole : listOfView(view, accountId));
}

/** The tabs of all tenants and of all hotlines, until the user changes what they show. */
const wholeLists: Record<RecordKind, TabList> = {
  tenants: createWholeList('tenants'),
  hotlines: createWholeList('hotlines'),
};

function createWholeList(records: RecordKind): TabList {
  return { filterValues: noFilter, sort: null, layout: defaultLayouts[records], density: null };
}

/** Returns the tab of all records that a view shows some of. */
export function wholeTabOf({ shown }: View): string | null {
  return shown.layout.records === 'hotlines' ? hotlinesTab : null;
}

/** Returns the tabs as they were kept. */
export function openTabs(
  settings: Pick<AccountSettings, 'layout' | 'listState'> | undefined,
  views: readonly View[],
  owner: TabOwner,
): Tabs {
  const { layout = null, listState = null } = settings ?? {};
  const own = {
    ...wholeLists.tenants,
    ...(listState && { filterValues: listState.filterValues, sort: listState.sort }),
    ...(layout && { layout }),
  };
  const changed = (listState?.changedViews ?? []).map(({ viewId, ...list }): [string, TabList] => [
    viewId,
    list,
  ]);
  const shown = viewsOf(views, owner).find(({ viewId }) => viewId === listState?.viewId);
  const lists = new Map<string | null, TabList>([[null, own], ...changed]);
  const { hotlines } = listState ?? {};
  if (hotlines === undefined) return { viewId: shown?.viewId ?? null, lists };
  const { isShown, ...list } = hotlines;
  lists.set(hotlinesTab, { ...wholeLists.hotlines, ...list });
  return { viewId: isShown && owner.hasHotlines ? hotlinesTab : (shown?.viewId ?? null), lists };
}

/**
 * Returns what is kept of the tabs.
 *
 * @param views the views of the account.
 */
export function toListState(tabs: Tabs, views: readonly View[], accountId: string): ListState {
  const { filterValues, sort } = listOfTab(tabs, null, views, accountId);
  const changedViews = views.flatMap((view) => {
    const { viewId } = view;
    const saved = listOfView(view, accountId);
    const list = tabs.lists.get(viewId);
    if (list === undefined || isSameList(list, saved)) return [];
    return [{ ...list, density: list.density ?? saved.density, viewId }];
  });
  const isHotlines = tabs.viewId === hotlinesTab;
  const hotlines = listOfTab(tabs, hotlinesTab, views, accountId);
  const hasHotlines = isHotlines || !isSameList(hotlines, wholeLists.hotlines);
  return {
    viewId: isHotlines ? null : tabs.viewId,
    filterValues,
    sort,
    ...(hasHotlines && { hotlines: keptHotlines(hotlines, isHotlines) }),
    changedViews,
  };
}

function keptHotlines({ filterValues, sort, layout }: TabList, isShown: boolean) {
  return { filterValues, sort, layout, isShown };
}

/**
 * Returns the state that the next start shows. It drops an open list of changes and a day in the past: on the next
 * morning, the user expects the current tenants, unless the view itself was saved with them.
 */
export function forNextStart(state: ListState, views: readonly View[]): ListState {
  const changedViews = state.changedViews.map((changed) => {
    const saved = views.find(({ viewId }) => viewId === changed.viewId)?.shown.filterValues;
    return { ...changed, filterValues: inPresent(changed.filterValues, saved ?? noFilter) };
  });
  const { hotlines } = state;
  return {
    ...state,
    filterValues: inPresent(state.filterValues, noFilter),
    ...(hotlines && {
      hotlines: { ...hotlines, filterValues: inPresent(hotlines.filterValues, noFilter) },
    }),
    changedViews,
  };
}

function inPresent(values: FilterValues, { change, changedField, asOf }: FilterValues) {
  return { ...values, change, changedField, asOf };
}

/** Moves a view past its neighbor among the views of the same tabs: to the left (-1) or to the right (1). */
export function moveView(
  views: readonly View[],
  viewId: string,
  step: -1 | 1,
  owner: TabOwner,
): View[] {
  const tabs = viewsOf(views, owner);
  const view = tabs.find((each) => each.viewId === viewId);
  const neighbor = tabs[tabs.findIndex((each) => each.viewId === viewId) + step];
  if (view === undefined || neighbor === undefined) return [...views];
  const others = views.filter((each) => each !== view);
  return others.toSpliced(others.indexOf(neighbor) + (step === 1 ? 1 : 0), 0, view);
}
