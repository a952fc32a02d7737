import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../sandbox/server.ts';
import { defaultExportOptions } from '../src-shared/choices.ts';
import { hotlineColumns } from '../src-shared/tenant-fields.ts';
import type { View } from '../src-shared/views.ts';
import type { Command } from './command-line/command.ts';
import type { Services } from './compose-services.ts';
import { prepareTestFolder } from './files/test-folder.ts';
import { removeKeysAndEnd, runTestCommand, startServices } from './test-commands.ts';
import { createView } from './test-computer.ts';

const dataFolder = prepareTestFolder();
const folder = prepareTestFolder();
const account = 'Hà Nội';
let server: Sandbox;
let services: Services;

beforeEach(async () => {
  server = await startSandbox({ apiKey: `sandbox:${randomUUID()}`, tenants: 60, hotlines: 130 });
  services = await startServices(dataFolder.path, folder.join('downloads'));
  const { baseUrl, apiKey } = server;
  const request = { name: account, baseUrl, apiKey, keyStorage: 'keychain' } as const;
  await services.connections.add(request, new AbortController().signal);
});

afterEach(async () => {
  await removeKeysAndEnd(services);
  await server.close();
});

const run = (command: Command) => runTestCommand(services, command);

function exportTo(file: string, view: string | null): Command {
  const path = folder.join(file);
  return { name: 'export', account, view, refreshes: true, scheduleId: null, path };
}

/** Returns a view that shows the hotlines in the order of their numbers. */
function hotlinesView(): View {
  const view = createView(0, { name: 'Số' });
  const layout = { ...view.shown.layout, records: 'hotlines' as const, hidden: [] };
  const sort = [{ field: 'hotline' as const, direction: 'ascending' as const }];
  return { ...view, shown: { ...view.shown, layout, sort } };
}

it('writes a view of hotlines as the server has them at the moment', async () => {
  await services.views.save([hotlinesView()], () => true);
  expect(await run(exportTo('a.csv', 'Số'))).toMatchObject({ exitCode: 0, output: { rows: 130 } });
  server.setHotlines(server.hotlines?.slice(0, 100));
  const requests = server.requests.length;
  const again = await run(exportTo('b.csv', 'Số'));
  expect(again).toMatchObject({ exitCode: 0, output: { view: 'Số', rows: 100, complete: true } });
  expect(server.requests.length).toBe(requests);
  const [head = [], ...rows]: string[][] = parse(await readFile(folder.join('b.csv')), {
    bom: true,
  });
  expect(head).toHaveLength(hotlineColumns.length + 1);
  const numbers = rows.map((row) => row[head.indexOf('Hotline')]);
  expect(numbers).toEqual(server.hotlines?.map(({ hotline }) => hotline).toSorted());

  server.setHotlines(undefined);
  const failed = await run(exportTo('c.csv', 'Số'));
  expect(failed).toMatchObject({ exitCode: 6, output: { ok: false, error: 'wrong_address' } });
  expect(failed.message).toMatch('has no hotline list');
});

it('adds the sheet of hotlines to a view that was last exported with it', async () => {
  const view = createView(0, { name: 'Thứ hai' });
  const exportOptions = { ...defaultExportOptions, withHotlines: true };
  await services.views.save([{ ...view, exportOptions }], () => true);
  expect(await run(exportTo('a.xlsx', 'Thứ hai'))).toMatchObject({ output: { rows: 60 } });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(folder.join('a.xlsx'));
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Tenants', 'Hotlines', 'Info']);
  const ids = workbook.getWorksheet('Hotlines')?.getColumn('M').values.slice(2);
  expect(ids?.toSorted()).toEqual(server.hotlines?.map(({ id }) => id).toSorted());
  const info = workbook.getWorksheet('Info')?.getColumn('A').values.map(String);
  expect(info).toContain('Hotlines fetched from the server');
});
