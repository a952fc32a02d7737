import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { stubSaveDialog, type App } from './app.ts';
import { expect, test } from './fixture.ts';
import { startHangingExport } from './hanging-export.ts';
import { answerQuestions, questions } from './questions.ts';
import { startCommand } from './run-command.ts';
import { tenantsScreen } from './screens.ts';

test.use({ tenantCount: 330 });

const close = (app: App) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

test('closing asks while an export is written: stay, cancel it, or finish it first', async ({
  launchApp,
  sandbox,
  folder,
}) => {
  const first = await launchApp();
  let tenants = await startHangingExport(first, sandbox, folder);

  await answerQuestions(first, 'Keep open');
  await close(first);
  await expect.poll(() => questions(first)).toEqual(['An export is not finished yet.']);
  await expect(tenants.exportPanel).toContainText('100');

  await answerQuestions(first, 'Cancel export and close');
  const ended = once(first.process(), 'exit');
  await close(first);
  expect(await ended).toEqual([0, null]);
  expect(await readdir(folder)).toEqual([]);

  sandbox.setFaults({});
  const second = await launchApp();
  tenants = tenantsScreen(second.page);
  await tenants.live.click();
  await expect(tenants.label).toContainText('Live');
  await tenants.settled();
  await stubSaveDialog(second, join(folder, 'finished.xlsx'));
  sandbox.setFaults({ latency: { milliseconds: 3_000, after: 1, times: 1 } });
  await tenants.startExport('all');
  await expect(tenants.exportPanel).toContainText('100 rows so far');
  await answerQuestions(second, 'Finish export, then close');
  const finished = once(second.process(), 'exit');
  await second.evaluate(({ app }) => app.quit());
  expect(await finished).toEqual([0, null]);
  expect(await readdir(folder)).toEqual(['finished.xlsx']);
});

test('a shutdown removes the unfinished file without a question', async ({
  launchApp,
  sandbox,
  folder,
}) => {
  const app = await launchApp();
  await startHangingExport(app, sandbox, folder);
  const [partial = ''] = await readdir(folder);
  expect(partial).toMatch(/\.partial$/);
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('shutdown'));
  expect(existsSync(join(folder, partial))).toBe(false);
});

test('a second start shows the window, or says that the app does not respond', async ({
  launchApp,
}) => {
  const app = await launchApp();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  await expect(launchApp()).rejects.toThrow('The app process ended (0)');
  expect(
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()),
  ).toBe(false);

  app.process().kill('SIGSTOP');
  try {
    await expect(launchApp()).rejects.toThrow('It is not responding.');
  } finally {
    app.process().kill('SIGCONT');
  }
  const left = await readdir(app.dataFolder);
  expect(left.filter((name) => name.startsWith('.second-start'))).toEqual([]);
});

test('a command continues in its own process if the one that runs it ends', async ({
  connected: { app },
  dataFolder,
  folder,
  sandbox,
}) => {
  const refreshed = ['--account', '127.0.0.1', '--refresh'];
  const path = join(folder, 'monday.csv');
  sandbox.setFaults({ hang: {} });
  const asked = (count: number) =>
    expect.poll(() => sandbox.requests.length).toBeGreaterThan(count);

  let before = sandbox.requests.length;
  const scheduled = startCommand(dataFolder, 'export', ...refreshed, '--to', path);
  await asked(before);
  before = sandbox.requests.length;
  await app.close();
  // The scheduled export runs now in its own process, to which the other commands are sent.
  await asked(before);
  const waiting = startCommand(dataFolder, 'refresh', '--account', '127.0.0.1');
  const answers = async () =>
    (await readdir(dataFolder)).filter((name) => name.startsWith('.second'));
  await expect.poll(answers).toHaveLength(1);
  scheduled.process.kill('SIGINT');
  expect(await scheduled.ended).toMatchObject({ exitCode: 130, output: { error: 'canceled' } });
  sandbox.setFaults({});
  expect(await waiting.ended).toMatchObject({ exitCode: 0, output: { ok: true } });
  expect(await readdir(folder)).toEqual([]);
});
