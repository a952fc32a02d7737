import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { prepareTestFolder } from '../files/test-folder.ts';
import { openLogFile } from './log-file.ts';

const folder = prepareTestFolder();
const program = new URL('test-log-without-reader.ts', import.meta.url).pathname;

it('writes each entry with its time and level, for the user alone', async () => {
  const writeLog = openLogFile(folder.path);
  writeLog({ level: 'info', text: 'appStarted milliseconds=12' });
  const text = await readFile(folder.join('main.log'), 'utf8');
  expect(text).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z \[info\] appStarted milliseconds=12\r?\n$/);
  if (process.platform !== 'win32') {
    expect((await stat(folder.join('main.log'))).mode & 0o777).toBe(0o600);
  }
});

it('keeps the newest entries in a few files of one megabyte', async () => {
  const writeLog = openLogFile(folder.path, () => undefined);
  const text = 'x'.repeat(20_000);
  for (let at = 0; at < 400; at++) writeLog({ level: 'info', text: `${at} ${text}` });
  const names = (await readdir(folder.path)).toSorted();
  expect(names).toEqual(['main.1.log', 'main.2.log', 'main.3.log', 'main.log']);
  for (const name of names) {
    expect((await stat(folder.join(name))).size).toBeLessThan(1_050_000);
  }
  expect(await readFile(folder.join('main.log'), 'utf8')).toContain('[info] 399 ');
  expect(await readFile(folder.join('main.1.log'), 'utf8')).not.toContain('[info] 399 ');
});

it('goes on in a new folder if its folder was deleted', async () => {
  const logs = folder.join('logs');
  const writeLog = openLogFile(logs);
  writeLog({ level: 'info', text: 'first' });
  await rm(logs, { recursive: true });
  writeLog({ level: 'info', text: 'second' });
  expect(await readFile(folder.join('logs', 'main.log'), 'utf8')).toContain('second');
});

it('does not throw if its folder cannot be used', async () => {
  openLogFile('/proc/nope/logs', () => undefined)({ level: 'info', text: 'lost' });
  await writeFile(folder.join('file'), '');
  const writeLog = openLogFile(folder.join('file'));
  expect(() => writeLog({ level: 'error', text: 'appStarted' })).not.toThrow();
});

it.runIf(process.platform === 'linux')('does not throw if the disk is full', async () => {
  await symlink('/dev/full', folder.join('main.log'));
  const printed: string[] = [];
  const writeLog = openLogFile(folder.path, (text) => printed.push(text));
  expect(() => writeLog({ level: 'error', text: 'appStarted' })).not.toThrow();
  expect(printed).toEqual(['appStarted']);
});

it.each(['stdout', 'stderr', 'both'] as const)(
  'does not end the process if nobody reads %s',
  async (closed) => {
    const child = spawn(process.execPath, [program, folder.path]);
    await once(child.stdout, 'data');
    if (closed !== 'stderr') child.stdout.destroy();
    if (closed !== 'stdout') child.stderr.destroy();
    child.stdin.write('go');
    expect(await once(child, 'exit')).toEqual([7, null]);
    expect(await readFile(folder.join('main.log'), 'utf8')).toContain('entry 2000');
  },
);
