import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createDeflateRaw } from 'node:zlib';
import ExcelJS from 'exceljs';
import { compressionLevel } from '../../../src-main/export/xlsx/zip-writer.ts';
import type { ListRecord } from '../../../src-shared/list-record.ts';
import { fillStore, savedTenants } from './saved-list.ts';

const statuses: Partial<Record<string, string>> = {
  Z: 'Newly created',
  P: 'Enabled',
  N: 'Disabled',
};
const headers = 'Name,Domain,Status,Status code,Owner ID,Method,Connection ID,ID,Created,Updated';

/** Milliseconds since 1970, shifted to UTC+7. */
const local = (moment: string | null) => Date.parse(moment ?? '') + 7 * 3_600_000;

/** Compresses the same XML as plain strings, without making a workbook. */
async function writeBare(tenants: readonly ListRecord[], path: string): Promise<void> {
  function* xml() {
    for (let start = 0; start < tenants.length; start += 500) {
      const rows = tenants.slice(start, start + 500);
      yield rows.map((tenant, index) => bareRow(tenant, start + index + 2)).join('');
    }
  }
  await pipeline(xml, createDeflateRaw({ level: compressionLevel }), createWriteStream(path));
}

function bareRow(tenant: ListRecord, row: number): string {
  const text = (column: string, style: number, value: string | null) =>
    `<c r="${column}${row}" s="${style}" t="inlineStr"><is><t>${(value ?? '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')}</t></is></c>`;
  const date = (column: string, moment: string | null) =>
    `<c r="${column}${row}" s="3"><v>${local(moment) / 86_400_000 + 25_569}</v></c>`;
  return (
    `<row r="${row}">${text('A', 2, tenant.name)}${text('B', 2, tenant.domain ?? null)}` +
    text('C', 0, statuses[tenant.status ?? ''] ?? '') +
    `${text('D', 2, tenant.status)}${text('E', 2, tenant.ownerId)}` +
    `${text('F', 0, tenant.connectionMethod)}${text('G', 2, tenant.connectionId)}` +
    `${text('H', 2, tenant.id)}${date('I', tenant.createdAt)}${date('J', tenant.updatedAt)}</row>`
  );
}

/** The number format of each column: ids and names are text, times are dates. */
const formats = [
  '@',
  '@',
  '',
  '@',
  '@',
  '',
  '@',
  '@',
  'yyyy-mm-dd hh:mm:ss',
  'yyyy-mm-dd hh:mm:ss',
];

/**
 * Writes the same rows with the streaming writer of exceljs at its own compression level. Without styles Excel shows
 * its times as numbers, so the content differs.
 */
async function writeWithExceljs(folder: string, path: string, useStyles: boolean): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useStyles });
  const sheet = workbook.addWorksheet('Tenants', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = headers
    .split(',')
    .map((header, place) => ({ header, width: 22, style: { numFmt: formats[place] ?? '' } }));
  sheet.getRow(1).font = { bold: true };
  sheet.autoFilter = `A1:J1`;
  for (const tenant of savedTenants(folder)) {
    const { name, domain, status, ownerId, connectionMethod, connectionId, id } = tenant;
    const dates = [tenant.createdAt, tenant.updatedAt].map((moment) => new Date(local(moment)));
    const texts = [name, domain, statuses[status ?? ''], status, ownerId];
    sheet.addRow([...texts, connectionMethod, connectionId, id, ...dates]).commit();
  }
  await workbook.commit();
}

/** Runs in a new process: `other-writers.ts fill|bare|exceljs|unstyled FOLDER …`. Sends the milliseconds it took. */
async function main([what, folder = '', argument = '']: readonly string[]): Promise<void> {
  if (what === 'fill') {
    fillStore(folder, Number(argument));
    return;
  }
  // The bare writer has its rows in memory. exceljs reads them from the store, as the app does.
  const tenants = what === 'bare' ? [...savedTenants(folder)] : [];
  const start = performance.now();
  if (what === 'bare') await writeBare(tenants, argument);
  else await writeWithExceljs(folder, argument, what === 'exceljs');
  process.send?.(performance.now() - start);
}

await main(process.argv.slice(2));
