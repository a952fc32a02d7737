import { existsSync } from 'node:fs';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CommandRequest, CommandResult } from '../command-line/command.ts';
import { prepareTestFolder } from '../files/test-folder.ts';
import { createOptional } from './optional.ts';
import { SecondStart } from './second-start.ts';
import { answerFile, command, log, never, result } from './test-starts.ts';
import { pretendEnd, simulateLock } from './test-starts.ts';

const { app, disk } = await vi.hoisted(async () => {
  const events = await import('node:events');
  return { app: new events.EventEmitter(), disk: { isFull: false } };
});
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const writeFileSync: typeof real.writeFileSync = (...args) => {
    if (disk.isFull) throw Object.assign(new Error('No space'), { code: 'ENOSPC' });
    real.writeFileSync(...args);
  };
  return { ...real, writeFileSync };
});
vi.mock('electron', () => ({ app, dialog: {} }));
const folder = prepareTestFolder();

const create = (own: CommandRequest | null = null) =>
  new SecondStart({ dataFolder: folder.path, command: own, optional: createOptional(log), log });

async function startFirst(own: CommandRequest | null = null) {
  const first = create(own);
  expect(await first.enter()).toBe('only');
  return first;
}

const { startSecond, holdLock } = simulateLock(app);

afterEach(() => void vi.restoreAllMocks());

beforeEach(() => {
  app.removeAllListeners();
  disk.isFull = false;
  Reflect.set(app, 'requestSingleInstanceLock', () => true);
});

it.runIf(process.platform === 'linux')('names a data folder that cannot be created', async () => {
  const dataFolder = '/proc/nope';
  const parts = { dataFolder, command: null, optional: createOptional(log), log };
  await expect(new SecondStart(parts).enter()).rejects.toMatchObject({
    code: 'folder_missing',
    path: dataFolder,
  });
});

describe('the window', () => {
  it('answers a second start that came before the window could be shown', async () => {
    const path = join(folder.path, answerFile);
    await writeFile(path, '');
    const first = await startFirst();
    startSecond({ answerFile });
    expect(existsSync(path)).toBe(true);
    const showWindow = vi.fn(() => Promise.resolve());
    first.showsWindow(showWindow);
    await expect.poll(() => existsSync(path)).toBe(false);
    expect(showWindow).toHaveBeenCalledOnce();
  });

  it.each([
    ['a path', { answerFile: '../other' }],
    ['the name of another file', { answerFile: 'accounts.json' }],
    ['a name that ends in another one', { answerFile: `${answerFile}/../accounts.json` }],
    ['a command that does not exist', { answerFile, command: { command: { name: 'delete' } } }],
    ['nothing', undefined],
  ])('is shown and nothing is removed if the other process sends %s', async (_what, data) => {
    const path = join(folder.path, 'accounts.json');
    await writeFile(path, '{}');
    const first = await startFirst();
    const showWindow = vi.fn(() => Promise.resolve());
    first.showsWindow(showWindow);
    startSecond(data);
    await expect.poll(() => showWindow).toHaveBeenCalledOnce();
    await new Promise(setImmediate);
    expect(existsSync(path)).toBe(true);
  });

  it('is shown by the first process, and the second one can end', async () => {
    const first = await startFirst();
    first.showsWindow(() => Promise.resolve());
    holdLock();
    expect(await create().enter()).toBe('shown');
  });
});

describe('a command', () => {
  it('is run by the first process, with its progress and its result', async () => {
    const first = await startFirst();
    first.runsCommands((request, { onProgress }) => {
      expect(request).toEqual(command);
      onProgress('Làm mới…');
      return Promise.resolve(result);
    });
    holdLock();
    const progress: string[] = [];
    const entered = await create(command).enter((text) => progress.push(text), never);
    expect(entered).toEqual({ result });
    expect(progress).toEqual(['Làm mới…']);
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('is canceled in the first process when the second one is stopped', async () => {
    const first = await startFirst();
    const canceled = Promise.withResolvers<boolean>();
    const started = Promise.withResolvers<undefined>();
    first.runsCommands((_request, { signal }) => {
      started.resolve(undefined);
      return new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          canceled.resolve(true);
          resolve(result);
        });
      });
    });
    holdLock();
    const controller = new AbortController();
    const entered = create(command).enter(() => undefined, controller.signal);
    await started.promise;
    controller.abort();
    expect(await entered).toBe('shown');
    expect(await canceled.promise).toBe(true);
    await first.whenIdle();
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('is canceled when the process that waits for it was killed, and its file is removed', async () => {
    const first = await startFirst();
    first.runsCommands(
      (_request, { signal }) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve(result));
        }),
    );
    await writeFile(join(folder.path, answerFile), '');
    // No process has this id: Linux, macOS and Windows give out smaller ones.
    startSecond({ answerFile, processId: 2 ** 31 - 1, command });
    await first.whenIdle();
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('is run here if the first process has ended before it answered', async () => {
    await startFirst();
    let attempts = 0;
    Reflect.set(
      app,
      'requestSingleInstanceLock',
      ({ answerFile: name }: { answerFile: string }) => {
        attempts++;
        if (attempts > 1) return true;
        const accepted = { kind: 'accepted', processId: 2 ** 31 - 1 };
        void writeFile(join(folder.path, name), `${JSON.stringify(accepted)}\n`);
        return false;
      },
    );
    expect(await create(command).enter(() => undefined, never)).toBe('only');
  });

  it('is run here if the first process ends before it has finished it', async () => {
    const first = await startFirst();
    const started = Promise.withResolvers<undefined>();
    const ran = Promise.withResolvers<CommandResult>();
    first.runsCommands(() => {
      started.resolve(undefined);
      return ran.promise;
    });
    holdLock();
    const entered = create(command).enter(() => undefined, never);
    await started.promise;
    first.stop();
    ran.resolve({ ...result, exitCode: 130 });
    await first.whenIdle();
    Reflect.set(app, 'requestSingleInstanceLock', () => true);
    pretendEnd();
    expect(await entered).toBe('only');
  });

  it('has its result if it is done although the first process ends', async () => {
    const first = await startFirst();
    first.runsCommands(() => {
      first.stop();
      return Promise.resolve(result);
    });
    holdLock();
    expect(await create(command).enter(() => undefined, never)).toEqual({ result });
  });

  it('does not wait for ever for a result that cannot be written', async () => {
    const first = await startFirst();
    first.runsCommands(() => {
      disk.isFull = true;
      return Promise.resolve(result);
    });
    holdLock();
    expect(await create(command).enter(() => undefined, never)).toBe('shown');
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('without a window lets a second start wait until it has ended', async () => {
    await startFirst(command);
    let attempts = 0;
    Reflect.set(app, 'requestSingleInstanceLock', (data: object) => {
      attempts++;
      // The first process answers with its own id, which is that of this test. It ends.
      startSecond(data);
      pretendEnd();
      return attempts > 1;
    });
    expect(await create().enter()).toBe('only');
    expect(attempts).toBe(2);
  });
});

it.each([null, command])('a process that ends lets others wait for its end (%j)', async (own) => {
  const first = await startFirst();
  const showWindow = vi.fn(() => Promise.resolve());
  const runCommand = vi.fn(() => Promise.resolve(result));
  first.showsWindow(showWindow);
  first.runsCommands(runCommand);
  first.stop();
  let attempts = 0;
  Reflect.set(app, 'requestSingleInstanceLock', (data: object) => {
    attempts++;
    if (attempts > 1) return true;
    startSecond(data);
    pretendEnd();
    return false;
  });
  expect(await create(own).enter()).toBe('only');
  expect(showWindow).not.toHaveBeenCalled();
  expect(runCommand).not.toHaveBeenCalled();
});

it('removes the files of processes that were killed long ago, and no others', async () => {
  for (const name of [answerFile, 'accounts.json']) {
    await writeFile(join(folder.path, name), '');
    await utimes(join(folder.path, name), 0, 0);
  }
  const recent = '.second-start-fedcba9876543210';
  await writeFile(join(folder.path, recent), '');
  await startFirst();
  expect((await readdir(folder.path)).toSorted()).toEqual([recent, 'accounts.json'].toSorted());
});
