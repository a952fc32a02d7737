import { randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../sandbox/server.ts';
import { noFilter } from '../src-shared/filter-values.ts';
import type { View } from '../src-shared/views.ts';
import type { Command } from './command-line/command.ts';
import type { Services } from './compose-services.ts';
import { prepareTestFolder } from './files/test-folder.ts';
import { endServices, removeKeysAndEnd, runTestCommand, startServices } from './test-commands.ts';
import { createView } from './test-computer.ts';

const dataFolder = prepareTestFolder();
const folder = prepareTestFolder();
const name = 'Hà Nội "1"';
const never = new AbortController().signal;
let server: Sandbox;
let services: Services;
let changes = 0;

const start = () => startServices(dataFolder.path, folder.join('downloads'));

function run(command: Command, signal = never, progress: string[] = []) {
  const onListsChanged = () => changes++;
  return runTestCommand(services, command, { signal, progress, onListsChanged });
}

type ExportCommand = Extract<Command, { name: 'export' }>;

function exportTo(file: string, options: Partial<ExportCommand> = {}): ExportCommand {
  const path = folder.join(file);
  const own = { view: null, refreshes: false, scheduleId: null, path };
  return { name: 'export', account: name, ...own, ...options };
}

async function addAccount(): Promise<string> {
  const { baseUrl, apiKey } = server;
  const request = { name, baseUrl, apiKey, keyStorage: 'keychain' } as const;
  return (await services.connections.add(request, never)).accountId;
}

async function saveViews(...views: View[]): Promise<void> {
  await services.views.save(views, () => true);
}

/** Returns a view that shows the enabled tenants in alphabetical order. */
function enabledView(): View {
  const { shown, ...view } = createView(0, { name: 'Thứ hai' });
  const filterValues = { ...noFilter, statuses: ['P'] };
  return {
    ...view,
    shown: { ...shown, filterValues, sort: [{ field: 'name', direction: 'ascending' }] },
  };
}

async function readCsv(file: string): Promise<string[][]> {
  return parse(await readFile(folder.join(file)), { bom: true });
}

beforeEach(async () => {
  server = await startSandbox({ apiKey: `sandbox:${randomUUID()}`, tenants: 330 });
  services = await start();
  changes = 0;
});

afterEach(async () => {
  await removeKeysAndEnd(services);
  await server.close();
});

describe('export', () => {
  it('refreshes and writes a workbook, and later the same rows without the server', async () => {
    const accountId = await addAccount();
    const progress: string[] = [];
    const first = await run(exportTo('một.xlsx', { refreshes: true }), never, progress);
    expect(first).toMatchObject({
      exitCode: 0,
      output: { ok: true, account: name, view: null, rows: 330, complete: true },
    });
    expect(first.output).toMatchObject({ path: folder.join('một.xlsx'), unreadableRows: 0 });
    expect(progress[0]).toContain('reading the list');
    expect(changes).toBe(2);

    await endServices(services);
    await server.close();
    services = await start();
    const second = await run(exportTo('hai.csv', { account: accountId }));
    expect(second).toMatchObject({ exitCode: 0, output: { rows: 330, complete: true } });
    expect(second.output.fetchedAt).toBe(first.output.fetchedAt);
    expect(second.output.ageSeconds).toBeGreaterThanOrEqual(0);

    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(folder.join('một.xlsx'));
    const ids = workbook.worksheets[0]?.getColumn('A').values.slice(2).map(String);
    const [, ...rows] = await readCsv('hai.csv');
    expect(rows.map(([first]) => first)).toEqual(ids);
    expect(ids).toHaveLength(330);
    server = await startSandbox({ apiKey: 'another', tenants: 1 });
  });

  it('writes no file if the refresh fails, and keeps the file of the last time', async () => {
    await addAccount();
    await run(exportTo('a.csv', { refreshes: true }));
    const before = await readFile(folder.join('a.csv'));
    server.setFaults({ answer: { status: 404, body: {} } });
    const failed = await run(exportTo('a.csv', { refreshes: true }));
    expect(failed).toMatchObject({ exitCode: 6, output: { ok: false, error: 'wrong_address' } });
    expect(await readFile(folder.join('a.csv'))).toEqual(before);
    expect(await run(exportTo('b.csv'))).toMatchObject({ exitCode: 0, output: { rows: 330 } });
  });

  it('exports a view as it is filtered and sorted, with its columns', async () => {
    const accountId = await addAccount();
    await saveViews(enabledView(), createView(1, { name: 'Thứ hai', accountId: randomUUID() }));
    await run({ name: 'refresh', account: name });
    const enabled = server.tenants.filter(({ status }) => status === 'P').length;
    const result = await run(exportTo('view.csv', { view: 'Thứ hai' }));
    expect(result).toMatchObject({ exitCode: 0, output: { view: 'Thứ hai', rows: enabled } });
    const [header = [], ...rows] = await readCsv('view.csv');
    expect(header[0]).toBe('Name');
    const names = rows.map(([first = '']) => first);
    expect(names).toEqual(names.toSorted(new Intl.Collator('vi', { numeric: true }).compare));
    expect(services.recentExports.list(accountId)).toEqual([]);
    expect(services.accountSettings.get(accountId).exportOptions).toBeNull();
  });

  it('replaces a file, and tells what kept it from being written', async () => {
    await addAccount();
    await run({ name: 'refresh', account: name });
    await writeFile(folder.join('old.xlsx'), 'old');
    expect(await run(exportTo('old.xlsx'))).toMatchObject({ exitCode: 0 });
    expect((await readFile(folder.join('old.xlsx'))).length).toBeGreaterThan(1_000);
    expect(await run(exportTo('missing/a.csv'))).toMatchObject({
      exitCode: 7,
      output: { error: 'folder_missing', path: folder.join('missing/a.csv') },
    });
    await mkdir(folder.join('folder.csv'));
    expect(await run(exportTo('folder.csv'))).toMatchObject({ exitCode: 7 });
    expect((await readdir(folder.path)).toSorted()).toEqual(['folder.csv', 'old.xlsx']);
  });

  it('is canceled without a file', async () => {
    await addAccount();
    server.setFaults({ hang: { after: 1 } });
    const controller = new AbortController();
    const running = run(exportTo('a.csv', { refreshes: true }), controller.signal);
    await expect.poll(() => server.requests.length, { timeout: 30_000 }).toBeGreaterThan(2);
    controller.abort();
    expect(await running).toMatchObject({ exitCode: 130, output: { error: 'canceled' } });
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('fails without a saved list, an account, a view or a key', async () => {
    const accountId = await addAccount();
    expect(await run(exportTo('a.csv'))).toMatchObject({
      exitCode: 4,
      output: { error: 'nothing_saved' },
    });
    expect(await run(exportTo('a.csv', { account: 'Huế' }))).toMatchObject({
      exitCode: 3,
      output: { error: 'account_unknown' },
      message: 'There is no account with the name or id Huế. Use list-accounts.',
    });
    expect(await run(exportTo('a.csv', { view: 'Monday' }))).toMatchObject({
      exitCode: 3,
      output: { error: 'view_unknown' },
    });
    await services.connections.removeKey(accountId);
    expect(await run(exportTo('a.csv', { refreshes: true }))).toMatchObject({ exitCode: 5 });
    expect(await readdir(folder.path)).toEqual([]);
  });
});

describe('refresh', () => {
  it('waits for the refresh that the app has started', async () => {
    await addAccount();
    server.setFaults({ latency: { milliseconds: 300, after: 2, times: 1 } });
    const [first, second] = await Promise.all([
      run({ name: 'refresh', account: name }),
      run({ name: 'refresh', account: name }),
    ]);
    for (const { exitCode, output } of [first, second]) {
      expect(exitCode).toBe(0);
      expect(output.accounts).toMatchObject([{ account: name, rows: 330, complete: true }]);
    }
  });
});

it('lists accounts and views, without keys', async () => {
  const accountId = await addAccount();
  const view = enabledView();
  await saveViews(view);
  const accounts = await run({ name: 'list-accounts' });
  expect(accounts.output.accounts).toEqual([
    {
      ...{ id: accountId, name, kind: 'partner', baseUrl: server.baseUrl, hasKey: true },
      ...{ rows: 0, fetchedAt: null, ageSeconds: null, complete: false },
    },
  ]);
  expect(JSON.stringify(accounts)).not.toContain(server.apiKey);
  const views = await run({ name: 'list-views' });
  expect(views.output.views).toEqual([
    { id: view.viewId, name: 'Thứ hai', accountId: null, account: null },
  ]);
});
