import { useRef, useState } from 'react';
import type { FoundTenants } from '../../src-shared/export-tenants.ts';
import { mostExportedRows } from '../../src-shared/limits.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import {
  allSelected,
  chosenKeys,
  countMissing,
  countSelected,
  isSelected,
  nothingSelected,
  selectedTenants,
  withoutTenants,
  withTenants,
  type Selection,
} from './selection.ts';
import { useCheckedKeys } from './use-checked-keys.ts';

interface SelectableRows {
  /** The rows come from the server. */
  isLive: boolean;
  /** Identifies the list of the rows, without its filter. A selection belongs to one list. */
  list: string;
  /** The filter as text. A selection of all tenants belongs to one filter. */
  filter: string;
  /** The filter leaves out rows that can be selected with another filter. */
  isNarrowed: boolean;
  /** A new object for each page. Row numbers belong to one page. */
  page: unknown;
  /** The rows of the page. If the page is the whole list, only its first rows. */
  tenants: readonly ListRecord[];
  /** The page is the whole list. */
  isWhole: boolean;
  /** The number of rows in the grid. */
  count: number;
  /** The number of tenants that match the filter; `null` if it is not known. */
  total: number | null;
  /** When the rows of the page were fetched, ISO 8601 in UTC. */
  fetchedAt: string;
  /** Changes when the saved list may have changed. */
  readAt: number;
  /** Reads the rows from one position up to, but not including, another. */
  read: (from: number, to: number) => Promise<ListRecord[]>;
  /** Looks for selected tenants in the saved list, and reads the first of them. */
  find: (selection: Selection, options: FindOptions) => Promise<FoundTenants>;
}

interface FindOptions {
  /** The most tenants to read. */
  limit: number;
  /** Looks only among the tenants that match the filter. */
  areMatching: boolean;
  signal?: AbortSignal;
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
  const { isLive, list, filter, isNarrowed, page, tenants, isWhole, count, fetchedAt } = rows;
  const { readAt, read, find } = rows;
  // The live list cannot be selected as a whole: its total is known on its last page only.
  const total = isLive ? null : rows.total;
  const [selected, setSelected] = useState(nothingSelected);
  const range = useRef<Range>(null);
  /** Grows with each change, so that rows that arrive late do not undo a later change. */
  const changeNumber = useRef(0);

  const [before, setBefore] = useState({ list, filter });
  if (before.list !== list || before.filter !== filter) {
    setBefore({ list, filter });
    // "All" would now mean other tenants, and the tenants of one list are not those of another.
    if (before.list !== list || selected.kind === 'all') setSelected(nothingSelected);
  }

  const change = (next: Selection) => {
    changeNumber.current++;
    setSelected(next);
  };
  const selectAll = () =>
    change(total === null ? withTenants(selected, tenants, fetchedAt) : allSelected);
  // "All" means all that match the filter. Tenants that were selected one by one may not match it.
  const isAll = selected.kind === 'all';
  const checked = useCheckedKeys(
    selected,
    String(readAt),
    isLive ? null : (signal) => find(selected, { limit: 0, areMatching: isAll, signal }),
  );
  const mayNotMatch = isNarrowed && !isAll;
  const checkedMatching = useCheckedKeys(
    selected,
    `${readAt} ${filter}`,
    isLive || !mayNotMatch
      ? null
      : (signal) => find(selected, { limit: 0, areMatching: true, signal }),
  );
  const selectedCount = countSelected(selected, total ?? 0, checked);
  /** The number of selected tenants that match the filter. */
  const matchingCount = mayNotMatch
    ? countSelected(selected, total ?? 0, checkedMatching)
    : selectedCount;
  const isPageSelected = isWhole
    ? matchingCount > 0 && matchingCount === total
    : tenants.length > 0 && tenants.every((tenant) => isSelected(selected, tenant));
  const isPartlySelected = isWhole
    ? matchingCount > 0
    : tenants.some((tenant) => isSelected(selected, tenant));
  /** Returns whether a selection with all tenants that match the filter has no others. */
  const hasOnlyMatching = (base: Selection) =>
    base.kind === 'all' || base.tenants.size === 0 || !isNarrowed;
  /** Reads the rows from one position up to, but not including, another, and changes the selection with them. */
  const changeWith = (from: number, to: number, next: (read: ListRecord[]) => Selection) => {
    const number = ++changeNumber.current;
    void read(from, to).then((between) => {
      if (number === changeNumber.current) setSelected(next(between));
    });
  };
  const addRows = (base: Selection, from: number, to: number) => {
    const most = mostExportedRows - chosenKeys(base).length;
    changeWith(from, Math.min(to, from + most), (added) => withTenants(base, added, fetchedAt));
  };
  const toggleWhole = () => {
    if (hasOnlyMatching(selected)) change(isPageSelected ? nothingSelected : allSelected);
    else if (isPageSelected) changeWith(0, count, (all) => withoutTenants(selected, all));
    else addRows(selected, 0, count);
  };

  return {
    selected,
    /** The number of selected tenants that the list has. */
    count: selectedCount,
    /** The number of tenants that can be selected; `null` if it is not known. */
    total,
    /** Not all tenants that can be selected are. */
    hasMore: total !== null && matchingCount < total,
    /** How many tenants that were selected one by one are no longer in the saved list. */
    missing: selected.kind === 'some' ? countMissing(selected, checked) : 0,
    /** The tenants of the server's list that were selected, in the order of the grid. Saved ones are read when needed. */
    list: () => selectedTenants(selected, tenants),
    /** Reads the first of the tenants that were selected one by one, as they are saved now. */
    readFirst: async (limit: number) =>
      isLive
        ? selectedTenants(selected, tenants).slice(0, limit)
        : (await find(selected, { limit, areMatching: isAll })).tenants,
    has: (tenant: ListRecord) => isSelected(selected, tenant),
    /** How many rows of the page are selected. */
    ofPage: isPageSelected
      ? ('all' as const)
      : isPartlySelected
        ? ('some' as const)
        : ('none' as const),
    toggle: (tenant: ListRecord, row: number) => {
      const next = isSelected(selected, tenant)
        ? withoutTenants(selected, [tenant])
        : withTenants(selected, [tenant], fetchedAt);
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
      const isEveryRow = Math.abs(to - anchor) + 1 === count && count === total;
      if (isEveryRow && hasOnlyMatching(base)) change(allSelected);
      else addRows(base, Math.min(anchor, to), Math.max(anchor, to) + 1);
    },
    /** Selects all rows of the page, or clears their selection if all are selected. */
    togglePage: () => {
      if (isWhole) toggleWhole();
      else if (isPageSelected) change(withoutTenants(selected, tenants));
      else change(withTenants(selected, tenants, fetchedAt));
    },
    selectAll,
    clear: () => change(nothingSelected),
  };
}

export type RowSelection = ReturnType<typeof useRowSelection>;
