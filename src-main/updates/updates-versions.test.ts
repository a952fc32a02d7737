import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { code, ready, startUpdates } from './test-updates.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

it('installs a downloaded version on quit unless it is turned off, also if that changes later', async () => {
  const { updates, computer } = startUpdates();
  await updates.check();
  await vi.advanceTimersByTimeAsync(1);
  expect(computer.installsOnQuit).toBe(true);
  for (const mode of ['off', 'ask'] as const) {
    computer.mode = mode;
    updates.applyMode();
    await vi.advanceTimersByTimeAsync(1);
    expect(computer.installsOnQuit).toBe(mode === 'ask');
    expect(updates.status).toEqual({ ...ready, installsOnQuit: mode === 'ask' });
  }
});

it('offers a version whose download has failed as soon as the user chooses to be asked', async () => {
  const { updates, computer } = startUpdates({ downloaded: Promise.reject(new Error('offline')) });
  await updates.check();
  await vi.advanceTimersByTimeAsync(1);
  expect(updates.status).toMatchObject({ kind: 'found', asks: false });
  computer.mode = 'ask';
  updates.applyMode();
  expect(updates.status).toMatchObject({ kind: 'found', asks: true });
});

it('does not look for another version while one is downloaded', async () => {
  const { promise: downloaded, resolve } = Promise.withResolvers<undefined>();
  const { updates, computer, asked } = startUpdates({ downloaded });
  await updates.check();
  await vi.advanceTimersByTimeAsync(1);
  computer.found = '0.3.0';
  expect(await updates.check()).toMatchObject({ kind: 'downloading', version: '0.2.0' });
  resolve(undefined);
  await vi.advanceTimersByTimeAsync(1);
  expect(updates.status).toEqual(ready);
  expect(asked).toEqual(['check', 'download']);
});

it('downloads what a running check finds, not what was found before', async () => {
  const { updates, computer, statuses } = startUpdates({ mode: 'ask' });
  await updates.check();
  computer.found = '0.3.0';
  await Promise.all([updates.check(), updates.download()]);
  expect(updates.status).toEqual({ ...ready, version: '0.3.0' });
  expect(statuses).not.toContainEqual(
    expect.objectContaining({ kind: 'downloading', version: '0.2.0' }),
  );
});

it('downloads a newer version while an older one is ready, and does not install the older one', async () => {
  const { updates, computer } = startUpdates({ mode: 'ask' });
  await updates.check();
  await updates.download();
  computer.found = '0.3.0';
  expect(await updates.check()).toMatchObject({ kind: 'found', version: '0.3.0', asks: true });
  await vi.advanceTimersByTimeAsync(1);
  expect(computer.installsOnQuit).toBe(false);
  await updates.download();
  expect(updates.status).toEqual({ ...ready, version: '0.3.0' });
});

it('forgets a version that is not published any more, and does not install it', async () => {
  const { updates, computer } = startUpdates({ mode: 'ask' });
  await updates.check();
  expect(updates.changelogs).toBe('# Changelog');
  await updates.download();
  computer.found = null;
  expect(await updates.check()).toEqual({ kind: 'none' });
  expect(updates.changelogs).toBeNull();
  // Any other preference was changed, and the next check fails.
  updates.applyMode();
  computer.fails = true;
  expect(await code(updates.check())).toBe('update_unreachable');
  await vi.advanceTimersByTimeAsync(1);
  expect(computer.installsOnQuit).toBe(false);
});
