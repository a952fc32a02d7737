import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { code, ready, startUpdates } from './test-updates.ts';

const hour = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

it('checks within two minutes after the start and then every four to five hours, and downloads what it finds', async () => {
  const { updates, asked, statuses } = startUpdates();
  updates.start();
  await vi.advanceTimersByTimeAsync(59_000);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(61_000);
  expect(asked).toEqual(['check', 'download']);
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

it('checks only when the user asks, if updates are off', async () => {
  const { updates, asked } = startUpdates({ mode: 'off' });
  updates.start();
  await vi.advanceTimersByTimeAsync(10 * hour);
  expect(asked).toEqual([]);
  expect(await updates.check()).toMatchObject({ kind: 'found', asks: true });
  expect(asked).toEqual(['check']);
  await updates.download();
  expect(updates.status).toEqual({ ...ready, installsOnQuit: false });
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

it('starts again and logs the error if the version cannot be installed', async () => {
  const { updates, computer, asked, logged } = startUpdates({ mode: 'ask' });
  await updates.check();
  await updates.download();
  computer.fails = true;
  await updates.restart();
  expect(asked.slice(-2)).toEqual(['quit and install', 'start again']);
  expect(logged).toEqual(['updateFailed']);
});
