import { createContext, use, useMemo, useRef, type ReactNode } from 'react';
import type { ListedRecord } from '../../src-shared/list-tenants.ts';
import { changeColumns } from '../../src-shared/tenant-fields.ts';
import { visibleColumns } from '../layout/layout.ts';
import type { GridLayout } from '../layout/use-grid-layout.ts';
import { useList } from '../list/list-provider.tsx';
import { useFindSelected } from '../list/use-find-selected.ts';
import { isNarrowed, selectableFilter } from '../list/selectable-filter.ts';
import { countRows, useReadRows } from '../list/use-rows.ts';
import { chosenKeys } from '../selection/selection.ts';
import { useRowSelection } from '../selection/use-row-selection.ts';
import type { ExtraColumn } from '../values/field-name.ts';
import { useCopyRows } from './use-copy-rows.ts';

interface GridOptions {
  gridLayout: GridLayout;
  /** Called to show the details of a tenant. @param row its position in the grid, from 0. */
  onOpen: (tenant: ListedRecord, row: number) => void;
}

/** Keeps the state of the grid: its columns and its selected rows. */
function useGridState({ gridLayout, onOpen }: GridOptions) {
  const { accounts, records, source, request, shown, savedReadAt } = useList();
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
    list: `${records} ${source} ${JSON.stringify(selectableFilter(request.filter))}`,
    filter: JSON.stringify(request.filter),
    isNarrowed: isNarrowed(request.filter),
    page: shown,
    tenants: shown?.page.tenants ?? [],
    isWhole: shown?.request.pageSize === 'all',
    count: countRows(shown),
    total: shown?.page.total ?? null,
    fetchedAt: shown?.page.fetchedAt ?? '',
    readAt: savedReadAt,
    read,
    find: (selection, { limit, areMatching, signal }) =>
      findSelected({ keys: chosenKeys(selection), areMatching }, limit, signal),
  });
  const goToRow = useRef<(row: number) => void>(null);
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
    /** Holds a function that focuses a row of the grid and scrolls to it. */
    goToRow,
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
