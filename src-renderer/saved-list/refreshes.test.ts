import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../../src-shared/errors.ts';
import { createRefreshes } from './refreshes.ts';

/** Work that goes on until it is ended here, or is canceled. */
function openWork() {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const work = vi.fn((signal: AbortSignal) => {
    signal.addEventListener('abort', () => reject(new AppError({ code: 'canceled', message: '' })));
    return promise;
  });
  return { work, end: () => resolve(undefined), fail: reject };
}

describe('the refreshes of all accounts', () => {
  it('run side by side, one for each account', async () => {
    const refreshes = createRefreshes();
    const [one, two] = [openWork(), openWork()];
    refreshes.start('one', one.work);
    refreshes.start('two', two.work);
    const again = vi.fn(() => Promise.resolve());
    refreshes.start('one', again);
    expect(again).not.toHaveBeenCalled();
    one.end();
    await vi.waitFor(() => expect(refreshes.state('one')).toEqual({ status: 'done' }));
    expect(refreshes.state('two').status).toBe('running');
    refreshes.start('one', again);
    expect(again).toHaveBeenCalledTimes(1);
  });

  it('say how far they are, until nobody listens', async () => {
    const refreshes = createRefreshes();
    const seen: unknown[] = [];
    const stop = refreshes.subscribe(() => seen.push(refreshes.state('one')));
    refreshes.start('one', (_signal, onProgress) => {
      onProgress(100, 250);
      return Promise.resolve();
    });
    await vi.waitFor(() => expect(refreshes.state('one')).toEqual({ status: 'done' }));
    stop();
    refreshes.dismiss('one');
    expect(seen).toEqual([
      { status: 'running', rows: 0, ofRows: undefined },
      { status: 'running', rows: 100, ofRows: 250 },
      { status: 'done' },
    ]);
    expect(refreshes.state('one')).toEqual({ status: 'idle' });
  });

  it('are canceled one by one, and keep why they failed', async () => {
    const refreshes = createRefreshes();
    const [one, two] = [openWork(), openWork()];
    refreshes.start('one', one.work);
    refreshes.start('two', two.work);
    refreshes.cancel('one');
    await vi.waitFor(() => expect(refreshes.state('one')).toEqual({ status: 'canceled' }));
    const error = new AppError({ code: 'unreachable', message: '' });
    two.fail(error);
    await vi.waitFor(() => expect(refreshes.state('two')).toEqual({ status: 'failed', error }));
  });
});
