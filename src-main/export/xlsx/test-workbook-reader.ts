import ExcelJS from 'exceljs';
import { z } from 'zod';

/** Reads a sheet of a workbook with exceljs. @param index the index of the sheet, from 0. */
export async function readSheet(path: string, index = 0): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.worksheets[index];
  if (sheet === undefined) throw new Error(`${path} has no sheet with the index ${index}`);
  return sheet;
}

/** Reads the values of a sheet, row by row, including the header. @param index the index of the sheet, from 0. */
export async function readRows(path: string, index: number): Promise<unknown[][]> {
  const sheet = await readSheet(path, index);
  const rows: unknown[][] = [];
  sheet.eachRow(({ values }) => {
    // The first value belongs to no column, because exceljs counts columns from 1.
    if (Array.isArray(values)) rows.push(values.slice(1));
  });
  return rows;
}

/** The types of exceljs do not describe what `getTables` returns. */
const tableSchema = z.object({
  table: z
    .object({
      displayName: z.string(),
      tableRef: z.string(),
      autoFilterRef: z.string(),
      columns: z.array(z.object({ name: z.string() })),
      style: z.object({ showRowStripes: z.boolean() }),
    })
    .transform(({ displayName, tableRef, autoFilterRef, columns, style }) => ({
      name: displayName,
      range: tableRef,
      filter: autoFilterRef,
      headers: columns.map(({ name }) => name),
      isBanded: style.showRowStripes,
    })),
});

/** Returns the tables of a sheet. */
export function getTables(sheet: ExcelJS.Worksheet) {
  return sheet.getTables().map((table) => tableSchema.parse(table).table);
}
