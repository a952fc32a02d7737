import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, it } from 'vitest';
import { prepareTestFolder } from '../files/test-folder.ts';
import type { LogEntry } from '../log/log.ts';
import { ListWorker } from './list-worker.ts';

const folder = prepareTestFolder();
let lists: ListWorker | undefined;
afterEach(() => lists?.close());

const answering = `parentPort.on('message', ({ kind, id }) => {
  if (kind === 'call') parentPort.postMessage({ kind: 'answer', id, result: { ok: true, value: null } });
});`;

/** Starts a worker with this source for the first call, and one that answers everything with `null` later. */
function startWith(firstSource: string, pingMilliseconds = 15_000) {
  const entries: LogEntry[] = [];
  let starts = 0;
  lists = new ListWorker({
    start: () =>
      new Worker(
        `const { parentPort } = require('node:worker_threads'); ${starts++ === 0 ? firstSource : answering}`,
        { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } },
      ),
    fetchPage: () => Promise.reject(new Error('Not part of the test')),
    writeLog: (entry) => entries.push(entry),
    pingMilliseconds,
  });
  return { lists, entries, starts: () => starts };
}

const onCall = (work: string) =>
  `parentPort.on('message', ({ kind, name }) => { if (name === 'getNotices') { ${work} } });`;

it.each([
  ['throws', onCall(`throw new Error('sandbox:secret')`), 'workerFailed Error'],
  ['ends', onCall('process.exit(3)'), 'workerEnded exitCode=3'],
  [
    'has no more memory',
    onCall('const rows = []; for (;;) rows.push(new Array(1e6).fill(1));'),
    'ERR_WORKER_OUT_OF_MEMORY',
  ],
  ['cannot be loaded', `throw new SyntaxError('x')`, 'workerFailed SyntaxError'],
])('fails the calls of a worker that %s, and starts another one', async (_what, source, logged) => {
  const { lists, entries, starts } = startWith(source);
  const [first, second] = await Promise.allSettled([
    lists.call('getNotices', null),
    lists.call('getSavedList', { listIds: [] }),
  ]);
  expect(first).toMatchObject({ reason: { code: 'worker_failed' } });
  expect(second).toMatchObject({ reason: { code: 'worker_failed' } });
  const log = entries.map(({ text }) => text).join('\n');
  expect(log).toContain(logged);
  expect(log).not.toContain('secret');
  expect(await lists.call('getNotices', null)).toBeNull();
  expect(starts()).toBe(2);
});

it('ends a worker that hangs, and starts another one', async () => {
  const { lists, entries } = startWith(onCall('for (;;);'), 250);
  await expect(lists.call('getNotices', null)).rejects.toMatchObject({ code: 'worker_failed' });
  expect(entries.map(({ text }) => text)).toContain('workerHung');
  expect(await lists.call('getNotices', null)).toBeNull();
});

it.skipIf(process.platform === 'win32')(
  'fails the calls of a worker that waits for a disk, and starts another one',
  async () => {
    const pipe = folder.join('pipe');
    execFileSync('mkfifo', [pipe]);
    const wait = `require('node:fs').openSync(${JSON.stringify(pipe)}, 'r');`;
    const { lists, entries } = startWith(onCall(wait), 250);
    await expect(lists.call('getNotices', null)).rejects.toMatchObject({ code: 'worker_failed' });
    expect(await lists.call('getNotices', null)).toBeNull();
    await lists.close();
    expect(lists.hasThread).toBe(true);
    expect(entries.map(({ text }) => text)).toEqual([expect.stringContaining('workerHung')]);
    const writer = openSync(pipe, 'r+');
    await expect.poll(() => lists.hasThread).toBe(false);
    closeSync(writer);
  },
);

it('has no thread after it was closed', async () => {
  const { lists } = startWith(answering);
  await lists.call('getNotices', null);
  expect(lists.hasThread).toBe(true);
  await lists.close();
  expect(lists.hasThread).toBe(false);
});

it('fails the calls if a worker cannot be started at all', async () => {
  const lists = new ListWorker({
    start: () => {
      throw new Error('No more threads');
    },
    fetchPage: () => Promise.reject(new Error('Not part of the test')),
    writeLog: () => undefined,
  });
  expect(() => lists.open()).not.toThrow();
  await expect(lists.call('getNotices', null)).rejects.toMatchObject({ code: 'worker_failed' });
});

const reportFile = (path: string, exists: boolean) =>
  `parentPort.postMessage({ kind: 'call', id: ${exists ? 1 : 2}, name: 'partialFile',
    request: { path: ${JSON.stringify(path)}, exists: ${exists} } });`;

it('removes the unfinished files of a worker that died, and no others', async () => {
  const [unfinished, finished] = [folder.join('unfinished'), folder.join('finished')];
  writeFileSync(unfinished, '');
  writeFileSync(finished, '');
  const reports = [
    reportFile(unfinished, true),
    reportFile(finished, true),
    reportFile(finished, false),
  ];
  const { lists } = startWith(onCall(`${reports.join('\n')} process.exit(1);`));
  await expect(lists.call('getNotices', null)).rejects.toMatchObject({ code: 'worker_failed' });
  expect(existsSync(unfinished)).toBe(false);
  expect(existsSync(finished)).toBe(true);
});

it('is not started again after it was closed', async () => {
  const { lists, starts } = startWith(onCall(''));
  await lists.close();
  await expect(lists.call('getNotices', null)).rejects.toMatchObject({ code: 'app_quitting' });
  expect(starts()).toBe(0);
});
