import type { ExportOptions, ExportSize } from '../../src-shared/export-tenants.ts';
import { handleOtherCalls } from '../rpc/handle-other-calls.ts';
import { addSheets, changesTable, type ExportContent, type SheetSettings } from './add-sheets.ts';
import { RowCounter } from './sheets/row-counter.ts';

/**
 * Returns what a file will have, from the same sheets that are written. Reads only the changes: how many tenants a sheet
 * of tenants will have is known without it. Other calls are handled meanwhile.
 *
 * @throws AppError `canceled`, or any error of reading the changes.
 */
export async function measureExport(
  content: ExportContent,
  format: ExportOptions['format'],
  settings: SheetSettings,
  signal: AbortSignal,
): Promise<ExportSize> {
  const counter = new RowCounter(() => undefined);
  const counts: number[] = [];
  await addSheets(content, counter, settings, async ({ columns, rows, tableName }) => {
    counts.push(columns.length);
    // A CSV file has only the first sheet.
    if (tableName !== changesTable || (format === 'csv' && counts.length > 1)) return;
    for await (const _ of rows) await handleOtherCalls(signal);
  });
  return { columns: counts[0] ?? 0, changeLines: counter.changeLines };
}
