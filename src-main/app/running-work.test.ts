import { expect, it } from 'vitest';
import type { LogEvent } from '../log/log.ts';
import { RunningWork } from './running-work.ts';

type Parts = ConstructorParameters<typeof RunningWork>[0];

/**
 * Returns work of which each part ends at once, and what happens to it.
 *
 * @param limit By default longer than a test may take, so that only the end of the work ends the wait.
 */
function startWork(changed: Partial<Parts> = {}, limit = 120_000) {
  const happened: string[] = [];
  const note = (what: string) => () => {
    happened.push(what);
    return Promise.resolve();
  };
  const parts: Parts = {
    secondStart: { stop: () => happened.push('stop second starts') },
    exports: { stop: () => happened.push('stop exports') },
    calls: { close: note('close calls') },
    shownChanges: { finish: note('mark shown changes') },
    lists: {
      close: note('close lists'),
      removePartialFiles: () => happened.push('remove partial files'),
    },
    keychain: { finish: note('finish keychain') },
    window: { saveState: note('save window') },
    log: (event: LogEvent) => happened.push(event),
    ...changed,
  };
  return { work: new RunningWork(parts, limit), happened };
}

it('ends once, and the lists only after the calls that use them', async () => {
  const { work, happened } = startWork();
  expect(work.isFinishing).toBe(false);
  await Promise.all([work.finish(), work.finish()]);
  expect(work.isFinishing).toBe(true);
  expect(happened).toEqual([
    ...['stop second starts', 'stop exports', 'save window', 'close calls'],
    ...['mark shown changes', 'close lists', 'finish keychain', 'appQuits'],
  ]);
});

it('removes partial files before anything else when the computer shuts down', async () => {
  const { work, happened } = startWork();
  work.abandon();
  expect(happened.slice(0, 2)).toEqual(['sessionEnds', 'remove partial files']);
  await work.finish();
  expect(happened).toContain('close lists');
});

it('ends although a part hangs', async () => {
  const { work, happened } = startWork(
    { calls: { close: () => new Promise(() => undefined) } },
    100,
  );
  await work.finish();
  expect(happened).toEqual(['stop second starts', 'stop exports', 'save window']);
});

it.each(['calls', 'shownChanges', 'lists', 'keychain', 'window'] as const)(
  'waits for all other parts although one fails: %s',
  async (failing) => {
    const fail = () => Promise.reject(new Error('no end'));
    const slow = () => new Promise<void>((resolve) => setTimeout(resolve, 20));
    const ended: string[] = [];
    const part = (name: string) => async () => {
      await (name === failing ? fail() : slow());
      ended.push(name);
    };
    const { work, happened } = startWork({
      calls: { close: part('calls') },
      shownChanges: { finish: part('shownChanges') },
      lists: { close: part('lists'), removePartialFiles: () => undefined },
      keychain: { finish: part('keychain') },
      window: { saveState: part('window') },
    });
    await work.finish();
    const others = ['calls', 'keychain', 'lists', 'shownChanges', 'window'].filter(
      (name) => name !== failing,
    );
    expect(ended.sort()).toEqual(others);
    expect(happened.slice(1)).toEqual(['stop exports', 'workNotFinished', 'appQuits']);
  },
);
