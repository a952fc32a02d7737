import { useRef, useState } from 'react';
import type { Tenant } from '../../src-shared/tenant.ts';
import type { Selection } from './selection.ts';
import {
  allSelected,
  countSelected,
  isSelected,
  nothingSelected,
  selectedTenants,
  withoutTenants,
  withTenants,
} from './selection.ts';

interface SelectableRows {
  /** Where the rows come from: one's rows are not another's. */
  source: string;
  /** What they match, as a text that is the same for the same. */
  question: string;
  /** New with every page: places are counted within it. */
  page: unknown;
  /** The rows of the page. */
  onScreen: readonly Tenant[];
  /** The page is the whole list, and `onScreen` only its beginning. */
  isWhole: boolean;
  /** How many rows the grid has. */
  count: number;
  /** How many match in all; `null` while nobody knows. */
  total: number | null;
  /** Reads rows by their places, from the first one to before the last. */
  read: (from: number, to: number) => Promise<Tenant[]>;
}

/** Where a range began, what was selected before it, and the row it has come to. */
interface Range {
  page: unknown;
  row: number;
  head: number;
  base: Selection;
}

/** Which tenants are selected, and what changes that. They stay so from page to page and from search to search. */
export function useSelection(rows: SelectableRows) {
  const { source, question, page, onScreen, isWhole, count, total, read } = rows;
  const [selection, setSelection] = useState(nothingSelected);
  const range = useRef<Range>(null);
  const latest = useRef(0);

  const [asked, setAsked] = useState({ source, question });
  if (asked.source !== source || asked.question !== question) {
    setAsked({ source, question });
    // All that match are others now, and the server's tenants are not the saved ones.
    if (asked.source !== source || selection.kind === 'all') setSelection(nothingSelected);
  }

  const set = (next: Selection) => {
    latest.current++;
    setSelection(next);
  };
  const clear = () => set(nothingSelected);
  const selectAll = () => set(total === null ? withTenants(selection, onScreen) : allSelected);
  const selectedCount = countSelected(selection, total ?? 0);
  const isPageSelected = isWhole
    ? selectedCount > 0 && selectedCount === total
    : onScreen.length > 0 && onScreen.every((tenant) => isSelected(selection, tenant));
  const isPartlySelected = isWhole
    ? selectedCount > 0
    : onScreen.some((tenant) => isSelected(selection, tenant));

  return {
    selection,
    count: selectedCount,
    /** Those selected one by one, as the grid orders them. */
    tenants: () => selectedTenants(selection, onScreen),
    has: (tenant: Tenant) => isSelected(selection, tenant),
    /** Whether all rows of the page are selected, or some. */
    ofPage: isPageSelected
      ? ('all' as const)
      : isPartlySelected
        ? ('some' as const)
        : ('none' as const),
    toggle: (tenant: Tenant, row: number) => {
      const next = isSelected(selection, tenant)
        ? withoutTenants(selection, [tenant])
        : withTenants(selection, [tenant]);
      range.current = { page, row, head: row, base: next };
      set(next);
    },
    /** Selects the rows from one to the other, or makes the range that has come to `from` longer or shorter. */
    extend: (from: number, to: number) => {
      const last = range.current;
      const { row, base } =
        last !== null && last.page === page && last.head === from
          ? last
          : { row: from, base: selection };
      range.current = { page, row, head: to, base };
      if (Math.abs(to - row) + 1 === count && count === total) {
        selectAll();
        return;
      }
      const turn = ++latest.current;
      void read(Math.min(row, to), Math.max(row, to) + 1).then((tenants) => {
        if (turn === latest.current) setSelection(withTenants(base, tenants));
      });
    },
    /** Selects the rows of the page, or none of them. */
    togglePage: () => {
      if (isWhole) set(isPageSelected ? nothingSelected : allSelected);
      else {
        const change = isPageSelected ? withoutTenants : withTenants;
        set(change(selection, onScreen));
      }
    },
    selectAll,
    clear,
  };
}

export type Selecting = ReturnType<typeof useSelection>;
