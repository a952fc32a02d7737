import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  use,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownList } from '../../src-shared/account-settings.ts';
import { maximumNameLength } from '../../src-shared/choices.ts';
import type { ExportOptions } from '../../src-shared/export-tenants.ts';
import { noFilter, type FilterValues } from '../../src-shared/filter-values.ts';
import { mostViews } from '../../src-shared/limits.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import type { View } from '../../src-shared/views.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { useGrid } from '../grid/grid-provider.tsx';
import { useList } from '../list/list-provider.tsx';
import { viewsQuery } from '../queries/views-query.ts';
import { useNotice } from '../ui/notice-provider.tsx';
import {
  hotlinesTab,
  listOfTab,
  listOfView,
  moveView,
  toListState,
  toSaved,
  viewsOf,
  wholeTabOf,
  type TabList,
  type Tabs,
} from './tabs.ts';
import { useKeepState } from './use-keep-state.ts';

type Density = ShownList['density'];

interface ViewsOptions {
  /** The views of all accounts, as they were last read or saved. */
  savedViews: readonly View[];
  /** The tabs as they were kept. */
  initialTabs: Tabs;
  /** The height of rows on screen. */
  density: Density;
  /** Called when a view is shown that has its own height of rows, and with `null` when none is shown. */
  onDensity: (density: { density: Density; onChange: (density: Density) => void } | null) => void;
}

interface Deleted {
  view: View;
  /** Its place among the views of all accounts. */
  index: number;
  /** What it showed, with changes that were not saved. */
  list: TabList;
  wasShown: boolean;
}

/** Keeps the saved views, which of them is shown, and what the others show. */
function useViewsState({ savedViews, initialTabs, density, onDensity }: ViewsOptions) {
  const { t } = useTranslation();
  const call = useCall();
  const showNotice = useNotice();
  const client = useQueryClient();
  const { accountKey, hasHotlines, filter, chosenSort, show: showList } = useList();
  const { accountId } = accountKey;
  const owner = useMemo(() => ({ accountId, hasHotlines }), [accountId, hasHotlines]);
  const { gridLayout } = useGrid();
  const { layout, setLayout } = gridLayout;
  const [allViews, setAllViews] = useState(savedViews);
  const [knownViews, setKnownViews] = useState(savedViews);
  if (knownViews !== savedViews) {
    // They were changed elsewhere: a deletion in the list of another account was undone, or an account was removed.
    setKnownViews(savedViews);
    setAllViews(savedViews);
  }
  const views = useMemo(() => viewsOf(allViews, owner), [allViews, owner]);
  const [tabs, setTabs] = useState(initialTabs);
  const { viewId, lists } = tabs;
  const [densityOfView, setDensityOfView] = useState(
    () => listOfTab(initialTabs, initialTabs.viewId, savedViews, accountId).density,
  );
  useLayoutEffect(() => {
    if (densityOfView === null) return;
    onDensity({ density: densityOfView, onChange: setDensityOfView });
    return () => onDensity(null);
  }, [densityOfView, onDensity]);
  const filterValues = filter.values;
  const current = useMemo(
    (): TabList => ({ filterValues, sort: chosenSort ?? null, layout, density: densityOfView }),
    [filterValues, chosenSort, layout, densityOfView],
  );
  const currentLists = useMemo(() => new Map(lists).set(viewId, current), [lists, viewId, current]);
  const state = useMemo(
    () => toListState({ viewId, lists: currentLists }, views, accountId),
    [viewId, currentLists, views, accountId],
  );
  const changedIds = useMemo(
    () => new Set(state.changedViews.map((changed) => changed.viewId)),
    [state],
  );
  const layoutError = useKeepState({
    ...{ accountId, state, views },
    layout: viewId === null ? layout : null,
  });

  const saveViews = useMutation({
    mutationFn: (changed: View[]) => call('saveViews', { views: changed }),
  });
  const changeViews = (changed: View[]) => {
    setAllViews(changed);
    client.setQueryData(viewsQuery(call).queryKey, { views: changed });
    saveViews.mutate(changed);
  };

  /** Shows a tab. @param changed what other tabs show, if that has changed. */
  const open = (
    shownId: string | null,
    list: TabList,
    changed: readonly (readonly [string | null, TabList])[] = [],
  ) => {
    const left = new Map(currentLists);
    for (const [id, changedList] of changed) left.set(id, changedList);
    setTabs({ viewId: shownId, lists: left.set(shownId, list) });
    const { records, pageSize } = list.layout;
    showList({ ...list, records, pageSize });
    setLayout(list.layout);
    setDensityOfView(list.density);
  };
  const listOf = (id: string | null) => listOfTab({ lists: currentLists }, id, views, accountId);
  const withDensity = (list: TabList): ShownList => ({
    ...list,
    density: list.density ?? density,
  });
  const indexOf = (id: string) => allViews.findIndex((view) => view.viewId === id);
  const replace = (id: string, changes: Partial<View>) =>
    changeViews(allViews.map((view) => (view.viewId === id ? { ...view, ...changes } : view)));
  const insert = (view: View, index: number) => {
    changeViews(allViews.toSpliced(index, 0, view));
  };

  const restore = ({ view, index, list, wasShown }: Deleted) => {
    // The state is out of date if the list of another account is shown by now.
    const latest = client.getQueryData(viewsQuery(call).queryKey)?.views ?? allViews;
    changeViews(latest.toSpliced(index, 0, view));
    if (wasShown) open(view.viewId, list);
  };
  /** Restores a view in what is shown when *Undo* is pressed, not when the view was deleted. */
  const restoreNow = useRef(restore);
  useLayoutEffect(() => {
    restoreNow.current = restore;
  });

  return {
    accountId,
    /** The views of the shown list, in the user's order. */
    views,
    /** The shown view; `null` for all tenants or all hotlines. */
    shown: views.find((view) => view.viewId === viewId) ?? null,
    /** The id of the shown tab: of a view, `hotlinesTab`, or `null` for all tenants. */
    shownTab: viewId,
    saveError: saveViews.error ?? layoutError,
    canAdd: allViews.length < mostViews,
    /** Returns whether a view has changes that are not saved. */
    isChanged: (view: View) => changedIds.has(view.viewId),
    /** Shows a tab by its id (see `shownTab`). */
    show: (id: string | null) => {
      if (id !== viewId) open(id, listOf(id));
    },
    /** Shows the tab of all tenants or of all hotlines, with these values of the filter and no others. */
    showFiltered: (records: RecordKind, filterValues: Partial<FilterValues>) => {
      const id = records === 'hotlines' ? hotlinesTab : null;
      open(id, { ...listOf(id), filterValues: { ...noFilter, ...filterValues } });
    },
    /** Saves what the list shows as a new view and shows it. The tab that it came from loses its changes. */
    add: (name: string, forAccount: View['accountId']) => {
      const list = withDensity(current);
      const exportOptions = views.find((view) => view.viewId === viewId)?.exportOptions ?? null;
      const view = { viewId: crypto.randomUUID(), name, accountId: forAccount, exportOptions };
      const before = views.find((other) => other.viewId === viewId);
      const unchanged =
        before === undefined
          ? { ...current, filterValues: noFilter, sort: null }
          : listOfView(before, accountId);
      insert({ ...view, shown: list }, allViews.length);
      open(view.viewId, list, [[viewId, unchanged]]);
    },
    save: (view: View) => {
      const list = withDensity(listOf(view.viewId));
      replace(view.viewId, { shown: toSaved(list, view, accountId) });
    },
    reset: (view: View) => {
      const list = listOfView(view, accountId);
      if (view.viewId === viewId) open(viewId, list);
      else setTabs({ viewId, lists: new Map(lists).set(view.viewId, list) });
    },
    rename: ({ viewId: id }: View, name: string) => replace(id, { name }),
    /** Adds a copy of a view next to it and shows the copy. */
    duplicate: (view: View, name: string) => {
      const list = withDensity(listOf(view.viewId));
      const copy = { ...view, viewId: crypto.randomUUID(), name: name.slice(0, maximumNameLength) };
      insert({ ...copy, shown: toSaved(list, view, accountId) }, indexOf(view.viewId) + 1);
      open(copy.viewId, list);
    },
    move: ({ viewId: id }: View, step: -1 | 1) => changeViews(moveView(allViews, id, step, owner)),
    remove: (view: View) => {
      const wasShown = view.viewId === viewId;
      const { viewId: id } = view;
      const deleted = { view, index: indexOf(id), list: listOf(id), wasShown };
      showNotice({
        text: t('views.deleted', { name: view.name }),
        undo: () => restoreNow.current(deleted),
      });
      changeViews(allViews.filter((other) => other !== view));
      const whole = wholeTabOf(view);
      if (wasShown) open(whole, listOf(whole));
    },
    /** Remembers the options of an export of the shown view. */
    keepExportOptions: (exportOptions: ExportOptions) => {
      if (viewId !== null && viewId !== hotlinesTab) replace(viewId, { exportOptions });
    },
  };
}

type ViewsState = ReturnType<typeof useViewsState>;

const ViewsContext = createContext<ViewsState | null>(null);

/** Provides the saved views of the list. */
export function ViewsProvider({ children, ...options }: ViewsOptions & { children: ReactNode }) {
  return <ViewsContext value={useViewsState(options)}>{children}</ViewsContext>;
}

/** Returns the saved views of the list. */
export function useViews(): ViewsState {
  const views = use(ViewsContext);
  if (views === null) throw new Error('useViews must be used inside a ViewsProvider');
  return views;
}
