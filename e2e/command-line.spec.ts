import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { generateTenants } from '../sandbox/generate.ts';
import { compareSheet } from './compare-sheet.ts';
import { findText } from './find-text.ts';
import { expect, test } from './fixture.ts';
import { runCommand, startCommand } from './run-command.ts';
import { tenantsScreen } from './screens.ts';

/** The name of the account that `connected` adds: the host of its server. */
const account = '127.0.0.1';
const all = ['--account', account];

test('a sheet is written without a window, twice, the second time offline', async ({
  connected: { app },
  dataFolder,
  folder,
  sandbox,
}) => {
  await app.close();
  const path = join(folder, 'Thứ hai.xlsx');
  const online = await runCommand(dataFolder, 'export', ...all, '--refresh', '--to', path);
  expect(online).toMatchObject({ exitCode: 0, output: { rows: 60, complete: true, path } });
  expect(online.progress).toContain('Saved 60 rows');
  expect(await compareSheet(path, sandbox.tenants)).toBe(60);

  const sent = sandbox.tenants;
  await sandbox.close();
  const offline = await runCommand(dataFolder, 'export', ...all, '--to', path);
  expect(offline).toMatchObject({ exitCode: 0, output: { rows: 60 } });
  expect(await compareSheet(path, sent)).toBe(60);
  const before = await readFile(path);
  const refused = await runCommand(dataFolder, 'export', ...all, '--refresh', '--to', path);
  expect(refused).toMatchObject({ exitCode: 6, output: { ok: false, error: 'unreachable' } });
  expect(await readFile(path)).toEqual(before);
  expect(await readdir(folder)).toEqual(['Thứ hai.xlsx']);
});

test('an account is added without a window, and its key is only in the keychain', async ({
  dataFolder,
  folder,
  launchApp,
  sandbox: { baseUrl, apiKey, tenants },
}) => {
  const add = ['add-account', '--url', baseUrl, '--name', 'Hà Nội'];
  const printed: unknown[] = [];
  const keep = <Ended>(ended: Ended) => {
    printed.push(ended);
    return ended;
  };
  const place = { dataFolder, input: `Bearer ${apiKey}\r\n` };
  const added = keep(await runCommand(place, ...add));
  expect(added).toMatchObject({ exitCode: 0, output: { ok: true, name: 'Hà Nội', baseUrl } });
  const path = join(folder, 'một.xlsx');
  const to = ['--account', String(added.output?.id), '--refresh', '--to', path];
  expect(keep(await runCommand(dataFolder, 'export', ...to))).toMatchObject({
    exitCode: 0,
    output: { rows: 60, complete: true },
  });
  expect(await compareSheet(path, tenants)).toBe(60);

  const app = await launchApp();
  await tenantsScreen(app.page).settled();
  expect(keep(await runCommand(place, ...add))).toMatchObject({
    exitCode: 8,
    output: { ok: false, error: 'app_is_running' },
  });
  expect(keep(await runCommand(dataFolder, 'list-accounts'))).toMatchObject({
    output: { accounts: [{ name: 'Hà Nội', hasKey: true }] },
  });
  await app.close();

  expect(findText(JSON.stringify(printed), apiKey)).toEqual([]);
  const files = await readdir(dataFolder, { recursive: true, withFileTypes: true });
  const own = files.filter((file) => file.isFile());
  expect(own.map(({ name }) => name)).toContain('main.log');
  for (const { parentPath, name } of own) {
    const content = await readFile(join(parentPath, name));
    expect(findText(content, apiKey), name).toEqual([]);
  }
});

test('with the app open, the app runs the command and shows what it read', async ({
  connected: { app, tenants },
  dataFolder,
  folder,
  sandbox,
}) => {
  sandbox.setTenants(generateTenants({ count: 75, seed: 1 }));
  const path = join(folder, 'open.csv');
  const [exported, listed] = await Promise.all([
    runCommand(dataFolder, 'export', ...all, '--refresh', '--to', path),
    runCommand(dataFolder, 'list-accounts', '--lang', 'vi'),
  ]);
  expect(exported).toMatchObject({ exitCode: 0, output: { rows: 75 } });
  expect(listed).toMatchObject({ exitCode: 0, output: { accounts: [{ name: account }] } });
  expect(listed.progress).toContain('Tài khoản: 127.0.0.1');
  await expect(tenants.label).toContainText('75 tenants');
  expect((await readFile(path, 'utf8')).trim().split('\n')).toHaveLength(76);
  expect(app.windows()).toHaveLength(1);
  expect((await readdir(dataFolder)).filter((name) => name.startsWith('.second'))).toEqual([]);
});

test('a command that waits for the app is stopped, and its file is not written', async ({
  connected,
  dataFolder,
  folder,
  sandbox,
}) => {
  sandbox.setFaults({ hang: {} });
  const asked = sandbox.requests.length;
  const path = join(folder, 'stopped.csv');
  const command = startCommand(dataFolder, 'export', ...all, '--refresh', '--to', path);
  await expect.poll(() => sandbox.requests.length).toBeGreaterThan(asked);
  command.process.kill('SIGTERM');
  expect(await command.ended).toMatchObject({ exitCode: 130, output: { error: 'canceled' } });
  // The app has canceled it too, so the next refresh can start.
  sandbox.setFaults({});
  await connected.tenants.readAll();
  await expect(connected.tenants.label).toContainText('60 tenants');
  expect(await readdir(folder)).toEqual([]);
});

test('two commands at the same time both end, and so does a start of the app', async ({
  connected,
  dataFolder,
  folder,
  launchApp,
  sandbox,
}) => {
  await connected.app.close();
  sandbox.setFaults({ latency: { milliseconds: 1_500, times: 1 } });
  const names = ['a.csv', 'b.xlsx'];
  const commands = names.map((name) =>
    startCommand(dataFolder, 'export', ...all, '--refresh', '--to', join(folder, name)),
  );
  await expect.poll(() => commands.some((each) => each.progress() !== '')).toBe(true);
  const app = await launchApp();
  for (const { ended } of commands) {
    expect(await ended).toMatchObject({ exitCode: 0, output: { rows: 60 } });
  }
  await tenantsScreen(app.page).settled();
  expect((await readdir(folder)).toSorted()).toEqual(names);
});

test.describe('a long list', () => {
  test.use({ tenantCount: 6_000 });

  for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
    test(`${signal} in a refresh and in an export leaves nothing behind`, async ({
      connected: { app },
      dataFolder,
      folder,
      sandbox,
    }) => {
      await app.close();
      const path = join(folder, 'long.xlsx');
      const stopped = signal === 'SIGKILL' ? null : 130;

      // All tenants have changed, so that a quick refresh gives up after 30 pages, and the whole list is read.
      const updatedAt = new Date().toISOString();
      sandbox.setTenants(sandbox.tenants.map((one) => ({ ...one, updated_at: updatedAt })));
      sandbox.setFaults({ hang: { after: 45 } });
      const asked = sandbox.requests.length;
      const refresh = startCommand(dataFolder, 'export', ...all, '--refresh', '--to', path);
      await expect.poll(() => sandbox.requests.length).toBeGreaterThan(asked + 45);
      refresh.process.kill(signal);
      expect((await refresh.ended).exitCode).toBe(stopped);
      expect(await readdir(folder)).toEqual([]);

      const writing = startCommand(dataFolder, 'export', ...all, '--to', path);
      await expect.poll(() => readdir(folder)).toHaveLength(1);
      writing.process.kill(signal);
      await writing.ended;

      sandbox.setFaults({});
      const next = await runCommand(dataFolder, 'export', ...all, '--refresh', '--to', path);
      expect(next).toMatchObject({ exitCode: 0, output: { rows: 6_000, complete: true } });
      expect(await readdir(folder)).toEqual(['long.xlsx']);
      expect(await compareSheet(path, sandbox.tenants)).toBe(6_000);
    });
  }
});

test('a command whose output nobody reads does its work and has its exit code', async ({
  connected: { app },
  dataFolder,
  folder,
}) => {
  await app.close();
  const path = join(folder, 'unread.csv');
  for (const [exitCode, args] of [
    [0, ['export', ...all, '--refresh', '--to', path]],
    [3, ['refresh', '--account', 'Huế']],
    [0, ['--help']],
  ] as const) {
    const command = startCommand(dataFolder, ...args);
    command.process.stdout?.destroy();
    const { progress, ...ended } = await command.ended;
    expect(ended).toEqual({ exitCode, output: null });
    expect(progress).not.toContain('EPIPE');
  }
  expect((await readFile(path, 'utf8')).trim().split('\n')).toHaveLength(61);
  const unheard = startCommand(dataFolder, 'list-accounts');
  unheard.process.stderr?.destroy();
  expect(await unheard.ended).toMatchObject({ exitCode: 0, output: { ok: true } });
});

test('wrong arguments, an unknown account and a lost key have codes of their own', async ({
  connected: { app, page },
  dataFolder,
}) => {
  const wrong = await runCommand(dataFolder, 'export', ...all, '--into', 'a.csv');
  expect(wrong).toMatchObject({ exitCode: 2, output: { error: 'usage_wrong' } });
  const mistyped = await runCommand(dataFolder, 'exprot');
  expect(mistyped).toMatchObject({ exitCode: 2, output: { error: 'usage_wrong' } });
  const unknown = await runCommand(dataFolder, 'refresh', '--account', 'Huế');
  expect(unknown).toMatchObject({ exitCode: 3, output: { error: 'account_unknown' } });
  expect(app.windows()).toEqual([page]);
});
