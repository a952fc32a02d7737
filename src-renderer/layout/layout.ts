import type { Layout } from '../../src-shared/account-settings.ts';
import { narrowest, widest } from '../../src-shared/choices.ts';
import { defaultOrder, gridColumns } from '../../src-shared/tenant-fields.ts';
import type { TenantField } from '../../src-shared/tenant.ts';
import type { ColumnField, ExtraColumn } from '../values/field-name.ts';

/** The layout until the user changes it. */
export const defaultLayout: Layout = {
  order: [...defaultOrder],
  hidden: ['connectionId', 'id'],
  widths: {},
  pageSize: 50,
};

/** In CSS pixels. Columns of ids fit all 19 digits. For flexible columns this is the minimum. */
const defaultWidths: Record<ColumnField, number> = {
  name: 324,
  account: 180,
  whatChanged: 320,
  foundAt: 186,
  domain: 220,
  status: 142,
  ownerId: 202,
  connectionMethod: 184,
  connectionId: 202,
  id: 202,
  createdAt: 186,
  updatedAt: 198,
};

/** Columns that share the remaining width, unless the user has resized them. */
const flexible: readonly ColumnField[] = ['name', 'domain', 'whatChanged'];

/** Returns whether all columns have their default order, width and visibility. */
export function isDefault(layout: Layout): boolean {
  const isInOrder = orderedFields(layout).every((field, at) => field === defaultOrder[at]);
  const areSameVisible = gridColumns.every(
    (column) => isVisible(layout, column) === isVisible(defaultLayout, column),
  );
  return isInOrder && areSameVisible && Object.keys(layout.widths).length === 0;
}

export interface Column {
  field: ColumnField;
  /** In CSS pixels; the minimum of a flexible column. */
  width: number;
  /** The column shares the width that the other columns leave. */
  isFlexible: boolean;
}

/** Returns all fields in their order, including hidden ones. The name is always first. */
export function orderedFields({ order }: Layout): TenantField[] {
  const all = [...order, ...defaultOrder.filter((field) => !order.includes(field))];
  return ['name', ...all.filter((field) => field !== 'name')];
}

/** Returns all columns in their order, including hidden ones. @param extra columns to add after the name. */
export function columnsOf(layout: Layout, extra: readonly ExtraColumn[]): ColumnField[] {
  const fields: ColumnField[] = orderedFields(layout);
  return fields.toSpliced(1, 0, ...extra);
}

/** Returns the visible fields, from left to right. */
export function visibleFields(layout: Layout): TenantField[] {
  return orderedFields(layout).filter((field) => isVisible(layout, field));
}

/** Returns the visible columns, from left to right. @param extra as for `columnsOf`. */
export function visibleColumns(layout: Layout, extra: readonly ExtraColumn[]): Column[] {
  return columnsOf(layout, extra)
    .filter((column) => isVisible(layout, column))
    .map((field) => {
      const chosen = layout.widths[field];
      return {
        field,
        width: chosen ?? defaultWidths[field],
        isFlexible: chosen === undefined && flexible.includes(field),
      };
    });
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

/** Moves a field next to another one. No field can be moved before the name. */
export function placeField(
  layout: Layout,
  field: TenantField,
  { side, target }: { side: 'before' | 'after'; target: TenantField },
): Layout {
  if (field === 'name' || field === target) return layout;
  const others = orderedFields(layout).filter((other) => other !== field);
  const at = others.indexOf(target) + (side === 'after' || target === 'name' ? 1 : 0);
  return { ...layout, order: others.toSpliced(at, 0, field) };
}

/** Returns the next visible field to the left (-1) or right (1); `null` if `field` cannot be moved there. */
export function neighborOf(layout: Layout, field: TenantField, step: -1 | 1): TenantField | null {
  const fields = visibleFields(layout);
  const neighbor = fields[fields.indexOf(field) + step];
  return field === 'name' || neighbor === undefined || neighbor === 'name' ? null : neighbor;
}

/** Moves a field past its neighbor to the left (-1) or right (1). */
export function moveField(layout: Layout, field: TenantField, step: -1 | 1): Layout {
  const target = neighborOf(layout, field, step);
  if (target === null) return layout;
  return placeField(layout, field, { side: step < 0 ? 'before' : 'after', target });
}

/** Sets the width of a column. @param width in CSS pixels; it is limited to the allowed range. */
export function resizeField(layout: Layout, field: ColumnField, width: number): Layout {
  const kept = Math.round(Math.min(Math.max(width, narrowest), widest));
  return { ...layout, widths: { ...layout.widths, [field]: kept } };
}
