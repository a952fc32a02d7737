import { useRef, useState } from 'react';
import type { Tenant } from '../../src-shared/tenant.ts';
import {
  allSelected,
  countSelected,
  isSelected,
  nothingSelected,
  selectedTenants,
  withoutTenants,
  withTenants,
  type Selection,
} from './selection.ts';

interface SelectableRows {
  /** The source of the rows. A selection belongs to one source. */
  source: string;
  /** The filter as text. A selection of all tenants belongs to one filter. */
  filter: string;
  /** A new object for each page. Row numbers belong to one page. */
  page: unknown;
  /** The rows of the page. If the page is the whole list, only its first rows. */
  tenants: readonly Tenant[];
  /** The page is the whole list. */
  isWhole: boolean;
  /** The number of rows in the grid. */
  count: number;
  /** The number of tenants that match the filter; `null` if it is not known. */
  total: number | null;
  /** Reads the rows from one position up to, but not including, another. */
  read: (from: number, to: number) => Promise<Tenant[]>;
}

/** A range of rows that is being selected. */
interface Range {
  page: unknown;
  /** The row where the range starts. */
  anchor: number;
  /** The row where the range ends now. */
  head: number;
  /** The selection before the range. */
  base: Selection;
}

/**
 * Keeps the selected tenants and returns functions that change them. The selection survives paging, sorting and
 * searching.
 */
export function useRowSelection(rows: SelectableRows) {
  const { source, filter, page, tenants, isWhole, count, total, read } = rows;
  const [selected, setSelected] = useState(nothingSelected);
  const range = useRef<Range>(null);
  /** Grows with each change, so that rows that arrive late do not undo a later change. */
  const changeNumber = useRef(0);

  const [before, setBefore] = useState({ source, filter });
  if (before.source !== source || before.filter !== filter) {
    setBefore({ source, filter });
    // "All" would now mean other tenants, and tenants of the server are not those of the saved list.
    if (before.source !== source || selected.kind === 'all') setSelected(nothingSelected);
  }

  const change = (next: Selection) => {
    changeNumber.current++;
    setSelected(next);
  };
  const selectAll = () => change(total === null ? withTenants(selected, tenants) : allSelected);
  const selectedCount = countSelected(selected, total ?? 0);
  const isPageSelected = isWhole
    ? selectedCount > 0 && selectedCount === total
    : tenants.length > 0 && tenants.every((tenant) => isSelected(selected, tenant));
  const isPartlySelected = isWhole
    ? selectedCount > 0
    : tenants.some((tenant) => isSelected(selected, tenant));

  return {
    selected,
    count: selectedCount,
    /** Returns the tenants that were selected one by one, in the order of the grid. */
    list: () => selectedTenants(selected, tenants),
    has: (tenant: Tenant) => isSelected(selected, tenant),
    /** How many rows of the page are selected. */
    ofPage: isPageSelected
      ? ('all' as const)
      : isPartlySelected
        ? ('some' as const)
        : ('none' as const),
    toggle: (tenant: Tenant, row: number) => {
      const next = isSelected(selected, tenant)
        ? withoutTenants(selected, [tenant])
        : withTenants(selected, [tenant]);
      range.current = { page, anchor: row, head: row, base: next };
      change(next);
    },
    /** Selects the rows from one to another. If a range ends at `from`, its end moves to `to`. */
    extend: (from: number, to: number) => {
      const last = range.current;
      const { anchor, base } =
        last !== null && last.page === page && last.head === from
          ? last
          : { anchor: from, base: selected };
      range.current = { page, anchor, head: to, base };
      if (Math.abs(to - anchor) + 1 === count && count === total) {
        selectAll();
        return;
      }
      const number = ++changeNumber.current;
      void read(Math.min(anchor, to), Math.max(anchor, to) + 1).then((between) => {
        if (number === changeNumber.current) setSelected(withTenants(base, between));
      });
    },
    /** Selects all rows of the page, or clears their selection if all are selected. */
    togglePage: () => {
      if (isWhole) change(isPageSelected ? nothingSelected : allSelected);
      else change((isPageSelected ? withoutTenants : withTenants)(selected, tenants));
    },
    selectAll,
    clear: () => change(nothingSelected),
  };
}

export type RowSelection = ReturnType<typeof useRowSelection>;
