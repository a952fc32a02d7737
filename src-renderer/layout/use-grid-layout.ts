import { useState } from 'react';
import type { Layout } from '../../src-shared/account-settings.ts';
import { defaultLayouts } from './layout.ts';

/** Keeps the layout of the grid. @param initial the layout that was saved. */
export function useGridLayout(initial: Layout) {
  const [layout, setLayout] = useState(initial);
  return {
    layout,
    setLayout,
    /** Restores the default columns. The page size does not change. */
    resetColumns: () => setLayout({ ...defaultLayouts[layout.records], pageSize: layout.pageSize }),
  };
}

export type GridLayout = ReturnType<typeof useGridLayout>;
