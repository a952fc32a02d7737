import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stubOpenDialog } from './app.ts';
import { expect, test } from './fixture.ts';
import { runCommand } from './run-command.ts';
import { connect, openSettings } from './screens.ts';

test.skip(process.platform !== 'linux', 'Only Linux lets a test replace the scheduler');

test('an export is scheduled, runs, shows its result, and is removed', async ({
  dataFolder,
  folder,
  launchApp,
  sandbox,
}) => {
  const [programs, config] = [join(folder, 'bin'), join(folder, 'config')];
  await mkdir(programs);
  await writeFile(join(programs, 'systemctl'), `#!/bin/sh\necho "$@" >> "${folder}/calls"\n`);
  await chmod(join(programs, 'systemctl'), 0o700);
  const PATH = `${programs}:${process.env.PATH ?? ''}`;
  const app = await launchApp({ env: { PATH, XDG_CONFIG_HOME: config } });
  const { page } = app;
  await connect(page, sandbox);

  const reports = join(folder, 'Báo cáo 100%');
  await mkdir(reports);
  await stubOpenDialog(app, reports);
  const settings = await openSettings(page, 'Scheduled exports');
  await settings.getByRole('checkbox', { name: 'Fri' }).check();
  await settings.getByLabel('Time').selectOption('07:00');
  await settings.getByText('CSV', { exact: true }).click();
  await settings.getByRole('button', { name: 'Choose folder and add…' }).click();
  const schedule = settings.getByRole('group', { name: '127.0.0.1' });
  await expect(schedule).toContainText('127.0.0.1 · Mon, Fri · 07:00');
  await expect(schedule).toContainText('Not exported yet');
  await app.screenshot('settings-schedule-added');

  // A second one would write the same file at the same time.
  await settings.getByRole('checkbox', { name: 'Fri' }).uncheck();
  await settings.getByRole('button', { name: 'Choose folder and add…' }).click();
  await expect(settings.getByRole('alert')).toContainText('another scheduled export saves');
  await expect(schedule).toHaveCount(1);
  await app.screenshot('settings-schedule-same-file');

  const units = join(config, 'systemd', 'user');
  const [service = '', timer = ''] = (await readdir(units)).toSorted();
  expect(await readFile(join(folder, 'calls'), 'utf8')).toContain(`--user enable --now ${timer}`);
  expect(await readFile(join(units, timer), 'utf8')).toContain('OnCalendar=Mon,Fri *-*-* 07:00:00');
  const unit = await readFile(join(units, service), 'utf8');
  const args = [...unit.matchAll(/"([^"]*)"/g)].map(([, arg = '']) => arg.replaceAll('%%', '%'));
  const command = args.slice(args.indexOf('export'));
  const ended = await runCommand(dataFolder, ...command);
  expect(ended).toMatchObject({ exitCode: 0, output: { rows: 60 } });
  await expect(schedule).toContainText('saved 60 rows');
  expect(await readdir(reports)).toEqual(['etelecom-tenants_127-0-0-1.csv']);

  sandbox.setFaults({ answer: { status: 404, body: {} } });
  expect((await runCommand(dataFolder, ...command)).exitCode).toBe(6);
  await expect(schedule).toContainText('not saved. The server at this address has no tenant list.');

  await settings.getByRole('button', { name: 'Remove 127.0.0.1' }).click();
  await expect(schedule).toHaveCount(0);
  expect(await readdir(units)).toEqual([]);
});
