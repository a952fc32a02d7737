import { createContext, use, useMemo, type ReactNode } from 'react';
import type { ListedTenant } from '../../src-shared/list-tenants.ts';
import { changeColumns } from '../../src-shared/tenant-fields.ts';
import { visibleColumns } from '../layout/layout.ts';
import type { GridLayout } from '../layout/use-grid-layout.ts';
import { useList } from '../list/list-provider.tsx';
import { useFindSelected } from '../list/use-find-selected.ts';
import { selectableFilter } from '../list/selectable-filter.ts';
import { countRows, useReadRows } from '../list/use-rows.ts';
import { chosenKeys } from '../selection/selection.ts';
import { useRowSelection } from '../selection/use-row-selection.ts';
import type { ExtraColumn } from '../values/field-name.ts';
import { useCopyRows } from './use-copy-rows.ts';

interface GridOptions {
  gridLayout: GridLayout;
  /** Called to show the details of a tenant. */
  onOpen: (tenant: ListedTenant) => void;
}

/** Keeps the state of the grid: its columns, its selected rows, and the result of the last copy. */
function useGridState({ gridLayout, onOpen }: GridOptions) {
  const { accounts, source, request, shown, savedReadAt } = useList();
  const { layout } = gridLayout;
  const showsAllAccounts = accounts !== null;
  // The columns change together with the rows.
  const showsChanges = (shown?.request ?? request).filter.change !== undefined;
  // Memoized, because rows are rendered again when they change.
  const extraColumns = useMemo(
    (): ExtraColumn[] => [
      ...(showsAllAccounts ? (['account'] as const) : []),
      ...(showsChanges ? changeColumns : []),
    ],
    [showsAllAccounts, showsChanges],
  );
  const fields = useMemo(() => visibleColumns(layout, extraColumns), [layout, extraColumns]);
  const read = useReadRows();
  const findSelected = useFindSelected();
  const selection = useRowSelection({
    isLive: source === 'live',
    list: `${source} ${JSON.stringify(selectableFilter(request.filter))}`,
    filter: JSON.stringify(request.filter),
    page: shown,
    tenants: shown?.page.tenants ?? [],
    isWhole: shown?.request.pageSize === 'all',
    count: countRows(shown),
    total: shown?.page.total ?? null,
    fetchedAt: shown?.page.fetchedAt ?? '',
    readAt: savedReadAt,
    read,
    find: (selection, limit, signal) => {
      const wanted = { keys: chosenKeys(selection), areMatching: selection.kind === 'all' };
      return findSelected(wanted, limit, signal);
    },
  });
  const copying = useCopyRows({ fields, accounts, selection, read });
  return {
    gridLayout,
    /** The columns besides the fields of tenants, including hidden ones. */
    extraColumns,
    /** The visible columns, from left to right. */
    fields,
    selection,
    copying,
    onOpen,
  };
}

type GridState = ReturnType<typeof useGridState>;

const GridContext = createContext<GridState | null>(null);

/** Provides the state of the grid that shows the list. */
export function GridProvider({ children, ...options }: GridOptions & { children: ReactNode }) {
  return <GridContext value={useGridState(options)}>{children}</GridContext>;
}

/** Returns the state of the grid. */
export function useGrid(): GridState {
  const grid = use(GridContext);
  if (grid === null) throw new Error('useGrid must be used inside a GridProvider');
  return grid;
}
