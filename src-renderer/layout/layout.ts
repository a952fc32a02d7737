import type { Layout } from '../../src-shared/account-settings.ts';
import { narrowest, widest } from '../../src-shared/choices.ts';
import { gridColumns, tenantFields } from '../../src-shared/tenant-fields.ts';
import type { TenantField } from '../../src-shared/tenant.ts';

/** The layout the app comes with. */
export const defaultLayout: Layout = {
  order: [...tenantFields],
  hidden: [],
  widths: {},
  pageSize: 50,
};

/** In CSS pixels, so that all 19 digits of an id are in sight. Of the flexible ones it is the least; they share what the others leave. */
const defaultWidths: Record<ColumnField, number> = {
  name: 324,
  account: 180,
  domain: 220,
  status: 142,
  ownerId: 202,
  connectionMethod: 184,
  connectionId: 202,
  id: 202,
  createdAt: 186,
  updatedAt: 198,
};

/** Read in full where there is room, as long as nobody has given them a width. */
const flexible: readonly ColumnField[] = ['name', 'domain'];

/** Whether nobody has changed a column. */
export function isDefault(layout: Layout): boolean {
  const isInOrder = orderedFields(layout).every((field, at) => field === tenantFields[at]);
  return isInOrder && layout.hidden.length === 0 && Object.keys(layout.widths).length === 0;
}

export type ColumnField = (typeof gridColumns)[number];

export interface Column {
  field: ColumnField;
  width: number;
  isFlexible: boolean;
}

/** All fields in their order, hidden ones too. The name is pinned: it tells the rows apart. */
export function orderedFields({ order }: Layout): TenantField[] {
  const all = [...order, ...tenantFields.filter((field) => !order.includes(field))];
  return ['name', ...all.filter((field) => field !== 'name')];
}

/** The columns there are, in their order, hidden ones too. @param showsAllAccounts whose each tenant is stands beside its name. */
export function columnsOf(layout: Layout, showsAllAccounts: boolean): ColumnField[] {
  const fields: ColumnField[] = orderedFields(layout);
  return showsAllAccounts ? fields.toSpliced(1, 0, 'account') : fields;
}

/** The fields on screen, from left to right. */
export function visibleFields(layout: Layout): TenantField[] {
  return orderedFields(layout).filter((field) => isVisible(layout, field));
}

/** The columns on screen, from left to right. @param showsAllAccounts like `columnsOf`. */
export function visibleColumns(layout: Layout, showsAllAccounts: boolean): Column[] {
  return columnsOf(layout, showsAllAccounts)
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

/** Shows a column that was hidden, and hides one that was shown; the name stays. */
export function toggleField(layout: Layout, field: ColumnField): Layout {
  const isToHide = isVisible(layout, field) && field !== 'name';
  const hidden = gridColumns.filter((other) =>
    other === field ? isToHide : layout.hidden.includes(other),
  );
  return { ...layout, hidden };
}

/** Puts a field beside another one; nothing goes to the left of the name. */
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

/** The field that `field` would change places with, `step` columns on among those on screen; `null` at an end. */
export function neighborOf(layout: Layout, field: TenantField, step: -1 | 1): TenantField | null {
  const fields = visibleFields(layout);
  const neighbor = fields[fields.indexOf(field) + step];
  return field === 'name' || neighbor === undefined || neighbor === 'name' ? null : neighbor;
}

/** Moves a field past its neighbor. */
export function moveField(layout: Layout, field: TenantField, step: -1 | 1): Layout {
  const target = neighborOf(layout, field, step);
  if (target === null) return layout;
  return placeField(layout, field, { side: step < 0 ? 'before' : 'after', target });
}

/** @param width in CSS pixels; kept within what can be read and dragged. */
export function resizeField(layout: Layout, field: ColumnField, width: number): Layout {
  const kept = Math.round(Math.min(Math.max(width, narrowest), widest));
  return { ...layout, widths: { ...layout.widths, [field]: kept } };
}
