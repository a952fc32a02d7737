import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KeychainCalls } from './keychain-calls.ts';

const limit = 15_000;

/** A call that returns when the test settles it. */
function createCall(value = 'value') {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const run = vi.fn(() => promise);
  return { run, succeed: () => resolve(value), fail: () => reject(new Error('failed')) };
}

describe('a call to the keychain', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('waits for the call before it', async () => {
    const calls = new KeychainCalls(limit);
    const [first, second] = [createCall('one'), createCall('two')];
    const answers = Promise.all([calls.run(first.run), calls.run(second.run)]);
    await vi.advanceTimersByTimeAsync(10);
    expect(second.run).not.toHaveBeenCalled();
    first.succeed();
    second.succeed();
    expect(await answers).toEqual(['one', 'two']);
    expect(calls.isRunning).toBe(false);
  });

  it('fails after the limit, and others fail at once until it returns', async () => {
    const calls = new KeychainCalls(limit);
    const [stuck, waiting, refused] = [createCall(), createCall(), createCall()];
    const answers = Promise.allSettled([calls.run(stuck.run), calls.run(waiting.run)]);
    await vi.advanceTimersByTimeAsync(limit);
    expect(await answers).toMatchObject([
      { reason: { code: 'keychain_no_answer' } },
      { reason: { code: 'keychain_no_answer' } },
    ]);
    await expect(calls.run(refused.run)).rejects.toMatchObject({ code: 'keychain_no_answer' });
    expect(calls.isRunning).toBe(true);

    stuck.fail();
    await calls.settled();
    // A call whose caller was told that it failed must not run later.
    expect(waiting.run).not.toHaveBeenCalled();
    const next = createCall('next');
    next.succeed();
    expect(await calls.run(next.run)).toBe('next');
    expect(refused.run).not.toHaveBeenCalled();
  });

  it('is canceled at once, and reverted if it succeeds later', async () => {
    const calls = new KeychainCalls(limit);
    const [running, waiting] = [createCall(), createCall()];
    const revert = vi.fn(() => Promise.resolve());
    const controller = new AbortController();
    const { signal } = controller;
    const answers = Promise.allSettled([
      calls.run(running.run, { signal, revert }),
      calls.run(waiting.run, { signal, revert }),
    ]);
    await vi.advanceTimersByTimeAsync(10);
    controller.abort();
    expect(await answers).toMatchObject([
      { reason: { code: 'canceled' } },
      { reason: { code: 'canceled' } },
    ]);
    expect(revert).not.toHaveBeenCalled();
    running.succeed();
    await calls.settled();
    expect(revert).toHaveBeenCalledTimes(1);
    expect(waiting.run).not.toHaveBeenCalled();
  });

  it('does not run if its signal is aborted already', async () => {
    const call = createCall();
    const signal = AbortSignal.abort();
    const calls = new KeychainCalls(limit);
    await expect(calls.run(call.run, { signal })).rejects.toMatchObject({ code: 'canceled' });
    expect(call.run).not.toHaveBeenCalled();
  });
});

it('keeps no result in memory, because it may be a key', async () => {
  const calls = new KeychainCalls(limit);
  const read = async () => new WeakRef(await calls.run(() => Promise.resolve({ apiKey: 'key' })));
  const result = await read();
  await new Promise(setImmediate);
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  expect(result.deref()).toBeUndefined();
  await calls.settled();
});
