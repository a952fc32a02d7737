import { afterEach, expect, it, vi } from 'vitest';
import { createTranslations } from '../translations.ts';
import { handleUncaughtErrors } from './uncaught-errors.ts';

const { app, ask, relaunch } = vi.hoisted(() => ({
  app: { exit: vi.fn() },
  ask: vi.fn(),
  relaunch: vi.fn(),
}));
vi.mock('electron', () => ({ app }));
vi.mock('./ask.ts', () => ({ ask }));
vi.mock('./relaunch.ts', () => ({ relaunch }));
afterEach(() => {
  vi.clearAllMocks();
});

/** Handles errors. The user gives `answer` to the question. */
function start(answer: 'restart' | 'continue', isFinishing = false) {
  ask.mockResolvedValue(answer);
  const listeners = new Map<string | symbol, (error: unknown) => void>();
  const on = vi.spyOn(process, 'on').mockImplementation((event, listener) => {
    listeners.set(event, listener);
    return process;
  });
  const work = { isFinishing, finish: vi.fn(() => Promise.resolve()) };
  const logged: string[] = [];
  handleUncaughtErrors({
    translate: () => createTranslations()('en'),
    work,
    log: (event) => logged.push(event),
  });
  on.mockRestore();
  const fail = (event = 'uncaughtException') => listeners.get(event)?.(new Error('sandbox:secret'));
  return { fail, work, logged };
}

it('asks once, and ends all work before the app restarts', async () => {
  const { fail, work, logged } = start('restart');
  fail();
  fail();
  await expect.poll(() => app.exit).toHaveBeenCalledWith(0);
  expect(ask).toHaveBeenCalledOnce();
  expect(work.finish).toHaveBeenCalledBefore(relaunch);
  expect(logged).toEqual(['uncaughtError', 'uncaughtError']);
});

it('asks only once, also if the user continues', async () => {
  const { fail, work } = start('continue');
  fail();
  await new Promise(setImmediate);
  fail();
  expect(ask).toHaveBeenCalledOnce();
  expect(work.finish).not.toHaveBeenCalled();
  expect(app.exit).not.toHaveBeenCalled();
});

it('only logs an error while the app quits, and a rejection that nothing handles', () => {
  const quitting = start('restart', true);
  quitting.fail();
  const running = start('restart');
  running.fail('unhandledRejection');
  expect([quitting.logged, running.logged]).toEqual([['uncaughtError'], ['uncaughtError']]);
  expect(ask).not.toHaveBeenCalled();
});
