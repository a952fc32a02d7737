import type { ImportedRow } from '../../src-shared/import-annotations.ts';
import type { TableSheet } from '../../src-shared/tables.ts';
import type { ColumnMapping } from './guess-columns.ts';

/** Returns the cells of a sheet that are imported. */
export function importedRows(
  { rows }: Pick<TableSheet, 'rows'>,
  { tenant, ownerName, tags, note }: ColumnMapping,
  hasHeadings: boolean,
): ImportedRow[] {
  const cell = (row: readonly string[], column: number | null) =>
    (column === null ? undefined : row[column]) ?? '';
  return rows.slice(hasHeadings ? 1 : 0).map((row) => ({
    tenant: cell(row, tenant),
    ...(ownerName !== null && { ownerName: cell(row, ownerName) }),
    ...(tags !== null && { tags: cell(row, tags) }),
    ...(note !== null && { note: cell(row, note) }),
  }));
}
