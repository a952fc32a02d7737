import { useState } from 'react';
import { resizeField, visibleColumns } from '../layout/layout.ts';
import type { ColumnField } from '../values/field-name.ts';
import { useGrid } from './grid-provider.tsx';

/** The width of the column with the checkboxes and the stars, in CSS pixels. */
export const selectWidth = 64;

/** Returns the visible columns with their widths, and functions that resize them. */
export function useColumnWidths() {
  const { gridLayout, extraColumns } = useGrid();
  const { layout, setLayout } = gridLayout;
  /** The column that is being resized with the mouse. */
  const [resized, setResized] = useState<{ field: ColumnField; width: number } | null>(null);
  const columns = visibleColumns(
    resized ? resizeField(layout, resized.field, resized.width) : layout,
    extraColumns,
  );
  return {
    columns,
    /** The width of all columns; the minimum if some are flexible. In CSS pixels. */
    width: columns.reduce((sum, column) => sum + column.width, selectWidth),
    /** Shows a column with another width, without saving it. */
    preview: (field: ColumnField, width: number) => setResized({ field, width }),
    /** Saves the width of a column. */
    resize: (field: ColumnField, width: number) => {
      setResized(null);
      setLayout(resizeField(layout, field, width));
    },
  };
}
