import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AppError } from '../../src-shared/errors.ts';
import type { UpdateMode } from '../../src-shared/preferences.ts';
import type { UpdateStatus } from '../../src-shared/updates.ts';
import type { LogEvent } from '../log/log.ts';
import type { UpdateEngine } from './update-engine.ts';
import { Updates } from './updates.ts';

const hour = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

interface Computer {
  mode: UpdateMode;
  isForbidden: boolean;
  isBusy: boolean;
  canInstall: boolean;
  isInstalled: boolean;
  found: string | null;
  fails: boolean;
}

/** Starts updates whose engine answers as the test wants, and notes what it is asked for. */
function startUpdates(changed: Partial<Computer> = {}) {
  const computer: Computer = {
    ...{ mode: 'automatic', isForbidden: false, isBusy: false, canInstall: true },
    ...{ isInstalled: true, found: '0.2.0', fails: false },
    ...changed,
  };
  const asked: string[] = [];
  const statuses: UpdateStatus[] = [];
  const logged: LogEvent[] = [];
  const failing = () => {
    if (computer.fails) throw new AppError({ code: 'update_unreachable', message: 'offline' });
  };
  const engine: UpdateEngine = {
    canInstall: computer.canInstall,
    check: () => {
      asked.push('check');
      failing();
      return Promise.resolve(
        computer.found === null ? null : { version: computer.found, changelogs: '# Changelog' },
      );
    },
    download: (onProgress) => {
      asked.push('download');
      failing();
      onProgress(0.5);
      return Promise.resolve();
    },
    setInstallsOnQuit: (installs) => asked.push(`installs on quit: ${String(installs)}`),
    quitAndInstall: () => asked.push('quit and install'),
  };
  const updates = new Updates({
    loadEngine: () => Promise.resolve(computer.isInstalled ? engine : null),
    mode: () => computer.mode,
    isForbidden: () => computer.isForbidden,
    isBusy: () => computer.isBusy,
    quitBy: (quit) => {
      asked.push('end all work');
      quit(() => undefined);
      return Promise.resolve();
    },
    onStatus: (status) => statuses.push(status),
    log: (event) => logged.push(event),
  });
  return { updates, computer, asked, statuses, logged };
}

const code = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: unknown) => (error instanceof AppError ? error.code : error),
  );

const ready = { kind: 'ready', version: '0.2.0' };

it('checks within two minutes after the start and then every four to five hours, and downloads what it finds', async () => {
  const { updates, asked, statuses } = startUpdates();
  updates.start();
  await vi.advanceTimersByTimeAsync(59_000);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(61_000);
  expect(asked).toEqual(['installs on quit: true', 'check', 'installs on quit: true', 'download']);
  expect(statuses).toEqual([
    { kind: 'found', version: '0.2.0', canDownload: true, asks: false },
    { kind: 'downloading', version: '0.2.0', fraction: 0 },
    { kind: 'downloading', version: '0.2.0', fraction: 0.5 },
    ready,
  ]);
  await vi.advanceTimersByTimeAsync(3.9 * hour);
  expect(asked.filter((what) => what === 'check')).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1.2 * hour);
  expect(asked.filter((what) => what === 'check')).toHaveLength(2);
  // It is not downloaded a second time.
  expect(asked.filter((what) => what === 'download')).toHaveLength(1);
  expect(updates.status).toEqual(ready);
});

it('asks before it downloads, if the user wants that', async () => {
  const { updates, asked } = startUpdates({ mode: 'ask' });
  expect(await updates.check()).toEqual({
    ...{ kind: 'found', version: '0.2.0', canDownload: true, asks: true },
  });
  expect(asked).not.toContain('download');
  await updates.download();
  expect(updates.status).toEqual(ready);
});

it('does not check by itself if it is turned off, but when the user asks', async () => {
  const { updates, asked } = startUpdates({ mode: 'off' });
  updates.start();
  await vi.advanceTimersByTimeAsync(10 * hour);
  expect(asked).toEqual([]);
  expect(await updates.check()).toMatchObject({ kind: 'found', asks: true });
  expect(asked).toEqual(['installs on quit: false', 'check']);
});

it('never checks if the organization forbids it', async () => {
  const { updates, asked } = startUpdates({ isForbidden: true });
  updates.start();
  await vi.advanceTimersByTimeAsync(10 * hour);
  expect(await code(updates.check())).toBe('update_forbidden');
  expect(asked).toEqual([]);
});

it('downloads what it has found once the user wants automatic updates', async () => {
  const { updates, computer } = startUpdates({ mode: 'ask' });
  await updates.check();
  computer.mode = 'automatic';
  updates.applyMode();
  await vi.advanceTimersByTimeAsync(1);
  expect(updates.status).toEqual(ready);
});

it('loads nothing when the preferences are applied at the start', async () => {
  const { updates, asked, logged } = startUpdates({ isInstalled: false });
  updates.applyMode();
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toEqual([]);
  expect(logged).toEqual([]);
});

it('does not install a downloaded version any more once it is turned off', async () => {
  const { updates, computer, asked } = startUpdates();
  await updates.check();
  computer.mode = 'off';
  updates.applyMode();
  await vi.advanceTimersByTimeAsync(1);
  expect(asked.at(-1)).toBe('installs on quit: false');
});

it('only offers a package that a package manager installs', async () => {
  const { updates, asked } = startUpdates({ canInstall: false });
  expect(await updates.check()).toEqual({
    ...{ kind: 'found', version: '0.2.0', canDownload: false, asks: true },
  });
  await updates.download();
  expect(asked).not.toContain('download');
});

it('logs the errors of its own checks, and tells those of the user’s', async () => {
  const { updates, logged, statuses } = startUpdates({ fails: true });
  updates.start();
  await vi.advanceTimersByTimeAsync(2 * hour);
  expect(logged).toEqual(['updateFailed']);
  expect(statuses).toEqual([]);
  expect(await code(updates.check())).toBe('update_unreachable');
});

it('offers a version again whose download has failed', async () => {
  const { updates, computer } = startUpdates({ mode: 'ask' });
  const found = await updates.check();
  computer.fails = true;
  expect(await code(updates.download())).toBe('update_unreachable');
  expect(updates.status).toEqual(found);
  computer.fails = false;
  await updates.download();
  expect(updates.status).toEqual(ready);
});

it('tells that a copy from the source cannot be updated, and does not log it', async () => {
  const { updates, logged } = startUpdates({ isInstalled: false });
  updates.start();
  await vi.advanceTimersByTimeAsync(2 * hour);
  expect(logged).toEqual([]);
  expect(await code(updates.check())).toBe('update_not_installed');
});

it('restarts only when nothing runs and a version is ready, after all work has ended', async () => {
  const { updates, computer, asked } = startUpdates({ mode: 'ask' });
  await updates.check();
  await updates.restart();
  expect(asked).not.toContain('quit and install');
  await updates.download();
  computer.isBusy = true;
  expect(await code(updates.restart())).toBe('update_waits');
  expect(asked).not.toContain('end all work');
  computer.isBusy = false;
  await updates.restart();
  expect(asked.slice(-2)).toEqual(['end all work', 'quit and install']);
});

it('forgets a version that is not published any more, and does not install it', async () => {
  const { updates, computer, asked } = startUpdates({ mode: 'ask' });
  await updates.check();
  expect(updates.changelogs).toBe('# Changelog');
  computer.found = null;
  expect(await updates.check()).toEqual({ kind: 'none' });
  expect(updates.changelogs).toBeNull();
  expect(asked.at(-1)).toBe('installs on quit: false');
});
