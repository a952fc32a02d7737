import type { Layout } from './account-settings.ts';
import {
  movableColumns,
  exportableColumns,
  isKnown,
  type ExportableColumn,
  type MovableColumn,
} from './tenant-fields.ts';

/** Returns all movable columns in their order, including hidden ones. The name is always first. */
export function orderedFields({
  records,
  order,
}: Pick<Layout, 'records' | 'order'>): MovableColumn[] {
  const known = movableColumns[records];
  const all = [
    ...order.filter((field) => known.includes(field)),
    ...known.filter((field) => !order.includes(field)),
  ];
  return ['name', ...all.filter((field) => field !== 'name')];
}

/** Returns the visible columns that a sheet can have, from left to right. */
export function visibleExportColumns(
  layout: Pick<Layout, 'records' | 'order' | 'hidden'>,
): ExportableColumn[] {
  return orderedFields(layout)
    .filter((field) => isKnown(exportableColumns, field))
    .filter((field) => field === 'name' || !layout.hidden.includes(field));
}
