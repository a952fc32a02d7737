import { readFile, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AppErrorFields } from '../src-shared/errors.ts';
import { createAppHandlers } from './app/handlers.ts';
import type { CommandResult } from './command-line/command.ts';
import { tellNotices } from './command-line/tell-notices.ts';
import type { Services } from './compose-services.ts';
import { prepareTestFolder } from './files/test-folder.ts';
import { endServices, runTestCommand, startServices } from './test-commands.ts';

const folder = prepareTestFolder();
const log = () => undefined;

let services: Services;
beforeEach(async () => {
  await writeFile(folder.join('preferences.json'), '{"zoomPercent":7}');
  await writeFile(folder.join('views.json'), 'damaged');
  await writeFile(folder.join('tenants.sqlite'), Buffer.alloc(8_192, 0xff));
});
afterEach(() => endServices(services));

/** Runs a command in a new process without a window. */
async function runCommand(language: 'en' | 'vi' = 'en') {
  services = await startServices(folder.path, folder.path);
  const progress: string[] = [];
  const run = tellNotices(
    ({ command }, context): Promise<CommandResult> =>
      runTestCommand(services, command, { signal: context.signal }),
    { ...services, log },
  );
  const { output } = await run(
    { command: { name: 'list-accounts' }, language },
    {
      signal: new AbortController().signal,
      onProgress: (text) => progress.push(text),
      apiKey: null,
    },
  );
  return { output, progress };
}

/** Starts a process with a window, and returns the notices that each load of its page shows. */
async function openWindow(loads = 1): Promise<AppErrorFields[][]> {
  await endServices(services);
  services = await startServices(folder.path, folder.path);
  const { loadApp } = createAppHandlers({
    ...{ ...services, computerZone: null, takeInterruptedExports: () => [] },
    versions: { app: '1.2.3', electron: null, chromium: null, node: '24' },
    onCommands: () => undefined,
  });
  const context = { signal: new AbortController().signal, onProgress: () => undefined };
  const shown: AppErrorFields[][] = [];
  for (let load = 0; load < loads; load++) shown.push((await loadApp({}, context)).notices);
  return shown;
}

const codesOf = (notices: readonly AppErrorFields[] = []) => notices.map(({ code }) => code);
const found = ['settings_repaired', 'settings_unreadable', 'store_unreadable'];

it('a command says what it found damaged, and the next window shows it once', async () => {
  const { output, progress } = await runCommand();
  expect(output).toMatchObject({ ok: true, notices: found.map((code) => ({ code })) });
  expect(progress).toHaveLength(found.length);
  expect(progress[0]).toContain('Some settings were not valid');
  expect(progress[0]).toContain(folder.join('preferences.json.unreadable-'));

  const [first, again] = await openWindow(2);
  expect(codesOf(first)).toEqual(found);
  expect(await readFile(first?.[1]?.path ?? '', 'utf8')).toBe('damaged');
  // A page that is loaded again after a crash shows them again.
  expect(codesOf(again)).toEqual(found);
  const [next] = await openWindow();
  expect(next).toEqual([]);
});

it('several commands keep all that they found, in the language of each', async () => {
  await runCommand();
  await endServices(services);
  await writeFile(folder.join('window.json'), 'damaged');
  const { output, progress } = await runCommand('vi');
  expect(output).toMatchObject({ notices: [{ code: 'settings_unreadable' }] });
  expect(progress[0]).toContain('Không đọc được một tệp cài đặt');
  const [shown] = await openWindow();
  expect(codesOf(shown)).toEqual([...found, 'settings_unreadable']);
});

it('a command without anything damaged prints no notices', async () => {
  await runCommand();
  await openWindow();
  await endServices(services);
  const { output, progress } = await runCommand();
  expect(output).not.toHaveProperty('notices');
  expect(progress).toEqual([]);
});
