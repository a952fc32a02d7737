import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { SoakApp } from './app.ts';
import { versionsOf } from './server.ts';

/** Returns what is not whole in an app that was just started: an empty array if everything is. */
export async function findDamage(app: SoakApp, expectedRows: number): Promise<string[]> {
  return [
    ...(await app.notices()).map((notice) => `notice ${notice.code}`),
    ...(await damageOfList(app, expectedRows)),
    ...(await damageOfExports(app.exportFolder, expectedRows)),
  ];
}

async function damageOfList(app: SoakApp, expectedRows: number): Promise<string[]> {
  const { state } = await app.status();
  if (state === 'none') return ['the saved list is gone'];
  // The first refresh was killed, so that there was never a complete list.
  if (state === 'partial') return [];
  const tenants = await app.readAll();
  const sorted = await app.list({}, [{ field: 'createdAt', direction: 'descending' }]);
  const found = await app.list({ name: 'phien ban' });
  return [
    tenants.length === expectedRows ? '' : `the saved list has ${tenants.length} rows`,
    new Set(tenants.map(({ id }) => id)).size === tenants.length ? '' : 'a tenant is there twice',
    versionsOf(tenants.map(({ name }) => name)).size === 1 ? '' : 'the list mixes two refreshes',
    sorted.total === expectedRows ? '' : 'sorting loses rows',
    found.total === expectedRows ? '' : 'the search loses rows',
  ].filter(Boolean);
}

/** A file under its final name must be complete. */
async function damageOfExports(folder: string, expectedRows: number): Promise<string[]> {
  const damage: string[] = [];
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const rows = name.endsWith('.xlsx')
      ? await workbookRows(path)
      : name.endsWith('.csv')
        ? (await readFile(path, 'utf8')).split('\r\n').length - 2
        : expectedRows;
    if (rows !== expectedRows) damage.push(`the export ${name} has ${rows} rows`);
  }
  return damage;
}

/** Returns the rows of the first sheet without its header; NaN if the file is no workbook. */
async function workbookRows(path: string): Promise<number> {
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.readFile(path);
  } catch {
    return NaN;
  }
  return (workbook.worksheets[0]?.rowCount ?? NaN) - 1;
}

/** Counts the unfinished files that killed processes left. */
export async function countPartialFiles(folders: readonly string[]): Promise<number> {
  const names = (await Promise.all(folders.map((folder) => readdir(folder)))).flat();
  return names.filter((name) => name.endsWith('.partial')).length;
}
