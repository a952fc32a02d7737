import ExcelJS from 'exceljs';

/** A tenant as the API sends it. Missing members are empty strings. */
export interface WireTenant {
  id: string;
  name: string;
  domain: string;
  status: string;
  owner_id: string;
  connection_method: string;
  connection_id: string;
  created_at: string;
  updated_at: string;
}

/** The English header, the field and the kind of values of each column. */
const columns: readonly (readonly [header: string, field: keyof WireTenant, kind: Kind])[] = [
  ['Name', 'name', 'text'],
  ['Status', 'status', 'status'],
  ['Status code', 'status', 'text'],
  ['Created (UTC+7)', 'created_at', 'date'],
  ['Updated (UTC+7)', 'updated_at', 'date'],
  ['Domain', 'domain', 'text'],
  ['Method', 'connection_method', 'method'],
  ['Owner ID', 'owner_id', 'id'],
  ['Connection ID', 'connection_id', 'id'],
  ['ID', 'id', 'text'],
];
type Kind = 'text' | 'id' | 'status' | 'method' | 'date';

const labels: Partial<Record<Kind, Partial<Record<string, string>>>> = {
  status: { Z: 'Newly created', P: 'Enabled', N: 'Disabled' },
  method: { unknown: 'Unknown', builtin: 'Built-in', direct: 'Direct' },
};

/**
 * Compares every cell of a sheet with what the server sent. Reads the sheet with exceljs, not with the app's code.
 *
 * @returns the number of rows.
 * @throws Error that names the first wrong cell.
 */
export async function compareSheet(path: string, tenants: readonly WireTenant[]): Promise<number> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.worksheets[0];
  if (sheet === undefined) throw new Error(`${path} holds no sheet`);
  columns.forEach(([header], index) => {
    assertSame(sheet.getCell(1, index + 1).value, header, `The header of column ${index + 1}`);
  });
  assertSame(sheet.rowCount - 1, tenants.length, 'The number of rows');

  const idColumn = columns.findIndex(([, field]) => field === 'id') + 1;
  const expected = Map.groupBy(tenants, ({ id }) => id);
  for (let row = 2; row <= sheet.rowCount; row++) {
    const id = sheet.getCell(row, idColumn).value ?? '';
    const tenant = typeof id === 'string' ? expected.get(id)?.shift() : undefined;
    if (tenant === undefined)
      throw new Error(`Row ${row}: the server sent no tenant ${JSON.stringify(id)}`);
    columns.forEach(([header, field, kind], index) => {
      const value = unescaped(sheet.getCell(row, index + 1).value);
      assertSame(value, expectedValue(tenant[field], kind), `Row ${row}, ${header}`);
    });
  }
  return tenants.length;
}

/**
 * Decodes `_xHHHH_`, which stands for a character that XML cannot contain (ECMA-376 part 1, 22.9.2.19). exceljs does
 * not decode it.
 */
function unescaped(value: ExcelJS.CellValue): ExcelJS.CellValue {
  if (typeof value !== 'string') return value;
  return value.replace(/_x([0-9A-F]{4})_/g, (_escape, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Returns what exceljs must read: null for a missing value, a Date in UTC+7 to the second for a time, text otherwise. */
function expectedValue(sent: string, kind: Kind): string | Date | null {
  if (sent === '' || (kind === 'id' && sent === '0')) return null;
  if (kind === 'date') {
    const moment = Date.parse(sent.replace(/\.\d+/, '')) + 7 * 3_600_000;
    const isMoment = /([Zz]|[+-]\d{2}:\d{2})$/.test(sent) && !isImpossibleDay(sent);
    const isInExcelCalendar = moment >= Date.UTC(1900, 2, 1) && moment < Date.UTC(10_000, 0, 1);
    return isMoment && isInExcelCalendar ? new Date(moment) : sent;
  }
  const text = labels[kind]?.[sent] ?? sent;
  // The app replaces what XML cannot contain and shortens what a cell cannot contain.
  const written = text.toWellFormed().replace(/[\ufffe\uffff]/g, '\ufffd');
  return written.length > 32_767 ? `${written.slice(0, 32_766)}…` : written;
}

/** Returns whether a day does not exist, such as February 30, which JavaScript reads as a day in March. */
function isImpossibleDay(sent: string): boolean {
  const [year = NaN, month = NaN, day = NaN] = sent.slice(0, 10).split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day;
}

function assertSame(actual: unknown, expected: unknown, what: string): void {
  const [found, wanted] = [actual, expected].map((value) =>
    value instanceof Date ? value.toISOString() : JSON.stringify(value),
  );
  if (found !== wanted) throw new Error(`${what} is ${found}, not ${wanted}`);
}
