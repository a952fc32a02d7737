import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultExportOptions } from '../../src-shared/choices.ts';
import type { ExportOptions } from '../../src-shared/export-tenants.ts';
import { hotlineColumns } from '../../src-shared/tenant-fields.ts';
import { createClock } from '../../src-shared/time-zone.ts';
import { getTables, readRows, readSheet } from '../export/xlsx/test-workbook-reader.ts';
import { failFor, saveHotlines, tenantsId, type SavedHotlines } from './test-saved-hotlines.ts';
import type { Weeks } from './test-weeks.ts';

const allSaved = { kind: 'all', source: 'saved', filter: {} } as const;

let saved: SavedHotlines;
beforeAll(async () => {
  saved = await saveHotlines();
}, 60_000);
afterAll(() => saved[Symbol.asyncDispose]());

/** Returns the numbers of each owner, in the order in which the hotlines are saved. */
function groupNumbers() {
  const byOwner = Map.groupBy(saved.truth, ({ ownerId }) => ownerId);
  return new Map(
    Array.from(byOwner, ([ownerId, of]) => [ownerId, of.map(({ hotline }) => hotline)]),
  );
}

describe('the hotlines of the owners of tenants', () => {
  it('are listed with each tenant', async () => {
    const numbersByOwner = groupNumbers();
    const query = { listIds: [tenantsId], filter: {}, paging: { limit: 500 as const } };
    const { tenants } = await saved.weeks.handlers.listTenants(query, saved.weeks.context);
    for (const { ownerId, hotlines } of tenants) {
      expect(hotlines).toEqual(numbersByOwner.get(ownerId));
    }
    expect(tenants.some(({ hotlines = [] }) => hotlines.length > 1)).toBe(true);
    expect(tenants.some(({ hotlines }) => hotlines === undefined)).toBe(true);
  });

  it('are a column and a sheet of an export of tenants', async () => {
    const numbersByOwner = groupNumbers();
    const path = await exportRows(tenantsId, {
      ...defaultExportOptions,
      columns: ['name', 'id', 'hotlines'],
      withHotlines: true,
    });
    const [header, ...rows] = await readRows(path, 0);
    expect(header).toEqual(['Name', 'ID', 'Hotlines of the owner']);
    const tenants = new Map(saved.sandbox.tenants.map((tenant) => [tenant.id, tenant]));
    expect(rows).toHaveLength(tenants.size);
    for (const [name, id, hotlines] of rows) {
      const tenant = tenants.get(String(id)) ?? failFor(String(id));
      const numbers = numbersByOwner.get(tenant.owner_id);
      expect([name, hotlines]).toEqual([tenant.name, numbers?.join(', ')]);
    }
    const sheet = await readSheet(path, 1);
    expect(sheet.name).toBe('Hotlines');
    expect(getTables(sheet).map(({ name }) => name)).toEqual(['Hotlines']);
    await expectAllHotlines(path, 1);
    expect((await readSheet(path, 2)).name).toBe('Info');
  });

  it('are not in a CSV file without that column', async () => {
    const options = { ...defaultExportOptions, withHotlines: true };
    const csv = await exportRows(tenantsId, { ...options, format: 'csv' });
    const numbers = saved.truth.map(({ hotline }) => hotline ?? '').slice(0, 20);
    const text = await readFile(csv, 'utf8');
    for (const number of numbers) expect(text).not.toContain(number);
  });
});

describe('an export of hotlines', () => {
  it('has every value, with leading zeros and all digits', async () => {
    const options = { ...defaultExportOptions, columns: [...hotlineColumns], withHotlines: true };
    const path = await exportRows(saved.weeks.listId, options);
    expect((await readSheet(path, 0)).name).toBe('Hotlines');
    await expectAllHotlines(path, 0);
    expect((await readSheet(path, 1)).name).toBe('Info');
  });

  it('has the filtered rows in a CSV file', async () => {
    const options: ExportOptions = {
      ...defaultExportOptions,
      format: 'csv',
      columns: ['hotline', 'id'],
    };
    const scope = { ...allSaved, filter: { networks: ['cmc'] } };
    const path = await exportRows(
      saved.weeks.listId,
      { ...options, columns: [...options.columns] },
      scope,
    );
    const lines = (await readFile(path, 'utf8')).trim().split('\r\n').slice(1);
    const expected = saved.truth.filter(({ network }) => network === 'cmc');
    expect(lines).toEqual(expected.map(({ hotline, id }) => `${hotline},${id}`));
  });
});

async function exportRows(
  listId: string,
  options: ExportOptions,
  scope: Parameters<Weeks['handlers']['writeExport']>[0]['scope'] = allSaved,
): Promise<string> {
  const lists = saved.weeks.lists.map((list) => ({ ...list, listId }));
  const name = `${options.format} ${listId.length} ${options.columns.length}.${options.format}`;
  const { path } = await saved.weeks.handlers.writeExport(
    {
      ...{ lists, showsAllAccounts: false, path: `${saved.weeks.folder}/${name}`, scope, options },
      ...{ fallbackFolder: saved.weeks.folder, language: 'en', timeZone: 'vietnam' },
    },
    saved.weeks.context,
  );
  return path;
}

/** Compares a sheet with all hotlines of the server. */
async function expectAllHotlines(path: string, index: number): Promise<void> {
  const [header = [], ...rows] = await readRows(path, index);
  const columnOf = (name: string) => header.indexOf(name);
  expect(rows).toHaveLength(saved.truth.length);
  const byId = new Map(rows.map((row) => [row[columnOf('ID')], row]));
  const clock = createClock('vietnam', null);
  for (const hotline of saved.truth) {
    const row = byId.get(hotline.id) ?? failFor(hotline.id);
    const values = (names: readonly string[]) => names.map((name) => row[columnOf(name)] ?? null);
    expect(
      values(['Name', 'Hotline', 'Network', 'Owner ID', 'Description', 'Status code']),
    ).toEqual([
      ...[hotline.name, hotline.hotline, hotline.network, hotline.ownerId],
      ...[hotline.description, hotline.status],
    ]);
    const created = Date.parse(hotline.createdAt?.replace(/\.\d+/, '') ?? '') + 7 * 3_600_000;
    expect(values([`Created (${clock.label})`])).toEqual([new Date(created)]);
  }
}
