import { MessageChannel } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../src-shared/errors.ts';
import type { HandlersOf } from './calls.ts';
import { PortPeer } from './port-peer.ts';

interface LeftCalls {
  double: { request: number; response: number };
}

interface RightCalls {
  add: { request: [number, number]; response: number };
  /** Calls `double` on the left. */
  quadruple: { request: number; response: number };
  fail: { request: 'known' | 'unexpected'; response: null };
  /** Ends only when it is canceled. */
  wait: { request: null; response: null };
}

const log = vi.fn();
let channel: MessageChannel;
let left: PortPeer<LeftCalls, RightCalls>;
let right: PortPeer<RightCalls, LeftCalls>;
let waiting: number;

beforeEach(() => {
  log.mockReset();
  waiting = 0;
  channel = new MessageChannel();
  left = new PortPeer<LeftCalls, RightCalls>(channel.port1, log);
  right = new PortPeer<RightCalls, LeftCalls>(channel.port2, log);
  left.listen({ double: (number) => 2 * number });
  right.listen(rightHandlers);
});
afterEach(() => channel.port1.close());

const rightHandlers: HandlersOf<RightCalls> = {
  add: ([one, other], { onProgress }) => {
    onProgress(one);
    onProgress(one + other, 100);
    return one + other;
  },
  quadruple: async (number) => 2 * (await right.call('double', number)),
  fail: (kind) => {
    if (kind === 'unexpected') throw new Error('secret');
    throw new AppError({ code: 'disk_full', message: 'Full', path: '/data' });
  },
  wait: async (_request, { signal }) => {
    waiting += 1;
    const aborted = Promise.withResolvers<undefined>();
    signal.addEventListener('abort', () => aborted.resolve(undefined));
    await aborted.promise;
    waiting -= 1;
    throw new AppError({ code: 'canceled', message: 'Canceled' });
  },
};

describe('the two ends of a port', () => {
  it('answer each other, also during a call', async () => {
    expect(await left.call('add', [2, 3])).toBe(5);
    expect(await Promise.all([left.call('quadruple', 4), left.call('quadruple', 5)])).toEqual([
      16, 20,
    ]);
  });

  it('report progress before the answer', async () => {
    const progress: unknown[] = [];
    const onProgress = (rows: number, ofRows?: number) => progress.push([rows, ofRows]);
    await left.call('add', [2, 3], { onProgress });
    expect(progress).toEqual([
      [2, undefined],
      [5, 100],
    ]);
  });

  it('pass on a known error, and only log an unexpected one', async () => {
    await expect(left.call('fail', 'known')).rejects.toMatchObject({
      name: 'AppError',
      ...{ code: 'disk_full', message: 'Full', path: '/data' },
    });
    expect(log).not.toHaveBeenCalled();
    const failure = await left.call('fail', 'unexpected').catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'internal' });
    expect(String(failure)).not.toContain('secret');
    expect(log).toHaveBeenCalledTimes(1);
  });
});

describe('a call', () => {
  it('is canceled by its signal', async () => {
    const controller = new AbortController();
    const canceled = left.call('wait', null, { signal: controller.signal });
    const other = left.call('wait', null);
    await expect.poll(() => waiting).toBe(2);
    controller.abort();
    await expect(canceled).rejects.toMatchObject({ code: 'canceled' });
    expect(waiting).toBe(1);
    channel.port1.close();
    left.close();
    await expect(other).rejects.toMatchObject({ code: 'worker_failed' });
  });

  it('is not sent if its signal is already aborted', async () => {
    const signal = AbortSignal.abort();
    const call = left.call('wait', null, { signal });
    await expect(call).rejects.toMatchObject({ code: 'canceled' });
    expect(await left.call('add', [1, 1])).toBe(2);
    expect(waiting).toBe(0);
  });

  it('is canceled with all others, which can then be awaited', async () => {
    const calls = Promise.allSettled([left.call('wait', null), left.call('wait', null)]);
    await left.cancelCalls();
    expect(waiting).toBe(0);
    expect(await calls).toMatchObject([
      { status: 'rejected', reason: { code: 'canceled' } },
      { status: 'rejected', reason: { code: 'canceled' } },
    ]);
  });

  it('is canceled on the answering end when the port closes', async () => {
    left.call('wait', null).catch(() => undefined);
    await expect.poll(() => waiting).toBe(1);
    right.close();
    await expect.poll(() => waiting).toBe(0);
  });
});
