import { useLayoutEffect, useState } from 'react';
import { resizeColumn } from '../layout/layout.ts';
import { shareWidth } from '../layout/share-width.ts';
import { useClientWidth } from '../ui/use-client-width.ts';
import type { ColumnField } from '../values/field-name.ts';
import { useGrid } from './grid-provider.tsx';
import { measureColumns } from './measure-columns.ts';

/** The width of the column with the checkboxes and the stars, in CSS pixels. */
export const selectWidth = 64;

/**
 * Returns the visible columns with their widths, and functions that resize them.
 *
 * @param area the scrolling area with the table.
 * @param hasRows whether the table has rows. Those on screen when a column first appears tell how much space it needs.
 * Later ones change nothing, so that no column moves when another page arrives.
 */
export function useColumnWidths(area: HTMLElement | null, hasRows: boolean) {
  const { gridLayout, fields } = useGrid();
  const { layout, setLayout } = gridLayout;
  const areaWidth = useClientWidth(area);
  const [content, setContent] = useState<ReadonlyMap<string, number>>(new Map());
  /** The layout while a column is being resized with the mouse. */
  const [preview, setPreview] = useState<typeof layout | null>(null);
  const available = areaWidth - selectWidth;
  const { widths } = preview ?? layout;
  const columns = shareWidth(fields, { chosen: widths, content, available });

  const isMeasured = fields.every((field) => content.has(field));
  useLayoutEffect(() => {
    const table = area?.querySelector('table') ?? null;
    if (!hasRows || isMeasured || table === null) return;
    const measured = measureColumns(table);
    // oxlint-disable-next-line react/set-state-in-effect -- the browser knows how wide texts are
    setContent((before) => new Map([...measured, ...before]));
  }, [area, hasRows, isMeasured]);

  /** Saves the width of a column. */
  const resize = (field: ColumnField, width: number) => {
    setPreview(null);
    setLayout(resizeColumn(layout, columns, field, width));
  };
  return {
    columns,
    /** The width of all columns, in CSS pixels. */
    width: columns.reduce((sum, column) => sum + column.width, selectWidth),
    /** Shows a column with another width, without saving it. */
    preview: (field: ColumnField, width: number) =>
      setPreview(resizeColumn(layout, columns, field, width)),
    resize,
    /** Widens or narrows a column. @param by in CSS pixels. */
    resizeBy: (field: ColumnField, by: number) => {
      const shown = columns.find((column) => column.field === field);
      if (shown !== undefined) resize(field, shown.width + by);
    },
    /** Makes a column as wide as its header and the rows on screen need. */
    fit: (field: ColumnField) => {
      const table = area?.querySelector('table') ?? null;
      const width = table === null ? undefined : measureColumns(table).get(field);
      if (width !== undefined) resize(field, width);
    },
  };
}

export type ColumnWidths = ReturnType<typeof useColumnWidths>;
