import type { Layout } from './account-settings.ts';
import {
  exportableColumns,
  isKnown,
  movableColumns,
  type ExportableColumn,
} from './tenant-fields.ts';

type MovableColumn = (typeof movableColumns)[number];

/** Returns all movable columns in their order, including hidden ones. The name is always first. */
export function orderedFields({ order }: Pick<Layout, 'order'>): MovableColumn[] {
  const all = [...order, ...movableColumns.filter((field) => !order.includes(field))];
  return ['name', ...all.filter((field) => field !== 'name')];
}

/** Returns the visible columns that a sheet can have, from left to right. */
export function visibleExportColumns(layout: Pick<Layout, 'order' | 'hidden'>): ExportableColumn[] {
  return orderedFields(layout)
    .filter((field) => isKnown(exportableColumns, field))
    .filter((field) => field === 'name' || !layout.hidden.includes(field));
}
