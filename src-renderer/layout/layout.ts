import type { Layout } from '../../src-shared/account-settings.ts';
import { narrowest, widest } from '../../src-shared/choices.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import {
  movableColumns,
  gridColumns,
  hiddenByDefault,
  type MovableColumn,
} from '../../src-shared/tenant-fields.ts';
import { orderedFields } from '../../src-shared/visible-columns.ts';
import type { ColumnField, ExtraColumn } from '../values/field-name.ts';
import type { Column } from './share-width.ts';

/** The layouts until the user changes them. */
export const defaultLayouts: Record<RecordKind, Layout> = {
  tenants: createLayout('tenants'),
  hotlines: createLayout('hotlines'),
};

function createLayout(records: RecordKind): Layout {
  return {
    records,
    order: [...movableColumns[records]],
    hidden: [...hiddenByDefault[records]],
    widths: {},
    pageSize: 50,
  };
}

/** Returns whether all columns have their default order, width and visibility. */
export function isDefault(layout: Layout): boolean {
  const columns = movableColumns[layout.records];
  const isInOrder = orderedFields(layout).every((field, at) => field === columns[at]);
  const areSameVisible = gridColumns.every(
    (column) => isVisible(layout, column) === isVisible(defaultLayouts[layout.records], column),
  );
  return isInOrder && areSameVisible && Object.keys(layout.widths).length === 0;
}

/** Returns all columns in their order, including hidden ones. @param extra columns to add after the name. */
export function columnsOf(layout: Layout, extra: readonly ExtraColumn[]): ColumnField[] {
  const fields: ColumnField[] = orderedFields(layout);
  return fields.toSpliced(1, 0, ...extra);
}

/** Returns the visible columns, from left to right. @param extra as for `columnsOf`. */
export function visibleColumns(layout: Layout, extra: readonly ExtraColumn[]): ColumnField[] {
  return columnsOf(layout, extra).filter((column) => isVisible(layout, column));
}

export function isVisible({ hidden }: Layout, field: ColumnField): boolean {
  return field === 'name' || !hidden.includes(field);
}

/** Shows a hidden column, or hides a visible one. The name stays visible. */
export function toggleField(layout: Layout, field: ColumnField): Layout {
  const isToHide = isVisible(layout, field) && field !== 'name';
  const hidden = gridColumns.filter((other) =>
    other === field ? isToHide : layout.hidden.includes(other),
  );
  return { ...layout, hidden };
}

/** Moves a column next to another one. No column can be moved before the name. */
export function placeField(
  layout: Layout,
  field: MovableColumn,
  { side, target }: { side: 'before' | 'after'; target: MovableColumn },
): Layout {
  if (field === 'name' || field === target) return layout;
  const others = orderedFields(layout).filter((other) => other !== field);
  const at = others.indexOf(target) + (side === 'after' || target === 'name' ? 1 : 0);
  return { ...layout, order: others.toSpliced(at, 0, field) };
}

/** Returns the next visible column to the left (-1) or right (1); `null` if `field` cannot be moved there. */
export function neighborOf(
  layout: Layout,
  field: MovableColumn,
  step: -1 | 1,
): MovableColumn | null {
  const fields = orderedFields(layout).filter((column) => isVisible(layout, column));
  const neighbor = fields[fields.indexOf(field) + step];
  return field === 'name' || neighbor === undefined || neighbor === 'name' ? null : neighbor;
}

/** Moves a column past its neighbor to the left (-1) or right (1). */
export function moveField(layout: Layout, field: MovableColumn, step: -1 | 1): Layout {
  const target = neighborOf(layout, field, step);
  if (target === null) return layout;
  return placeField(layout, field, { side: step < 0 ? 'before' : 'after', target });
}

/** Sets the width of a column. @param width in CSS pixels; it is limited to the allowed range. */
export function resizeField(layout: Layout, field: ColumnField, width: number): Layout {
  const kept = Math.round(Math.min(Math.max(width, narrowest), widest));
  return { ...layout, widths: { ...layout.widths, [field]: kept } };
}

/**
 * Sets the width of a column as it is shown among others. Those before it keep their widths, so that only its right edge
 * moves.
 *
 * @param shown all visible columns.
 */
export function resizeColumn(
  layout: Layout,
  shown: readonly Column[],
  field: ColumnField,
  width: number,
): Layout {
  const before = shown.slice(
    0,
    shown.findIndex((column) => column.field === field),
  );
  const kept = before
    .filter(({ isShared }) => isShared)
    .map((column): [string, number] => [column.field, column.width]);
  const widths = { ...layout.widths, ...Object.fromEntries(kept) };
  return resizeField({ ...layout, widths }, field, width);
}
