import { describe, expect, it, vi } from 'vitest';
import { allAccounts } from '../../src-shared/choices.ts';
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
    void refreshes.start('one', one.work);
    void refreshes.start('two', two.work);
    const again = vi.fn(() => Promise.resolve());
    void refreshes.start('one', again);
    expect(again).not.toHaveBeenCalled();
    one.end();
    await vi.waitFor(() => expect(refreshes.state('one')).toEqual({ status: 'done' }));
    expect(refreshes.state('two').status).toBe('running');
    void refreshes.start('one', again);
    expect(again).toHaveBeenCalledTimes(1);
  });

  it('say how far they are, until nobody listens', async () => {
    const refreshes = createRefreshes();
    const seen: unknown[] = [];
    const stop = refreshes.subscribe(() => seen.push(refreshes.state('one')));
    void refreshes.start('one', (_signal, onProgress) => {
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
    void refreshes.start('one', one.work);
    void refreshes.start('two', two.work);
    refreshes.cancel('one');
    await vi.waitFor(() => expect(refreshes.state('one')).toEqual({ status: 'canceled' }));
    const error = new AppError({ code: 'unreachable', message: '' });
    two.fail(error);
    await vi.waitFor(() => expect(refreshes.state('two')).toEqual({ status: 'failed', error }));
  });

  it('come one after the other when all are asked for, whatever becomes of each', async () => {
    const refreshes = createRefreshes();
    const works = new Map(['one', 'two', 'three'].map((id) => [id, openWork()]));
    const workOf = (id: string) => works.get(id)?.work ?? vi.fn(() => Promise.resolve());
    // The second one runs already: it is waited for, not begun again.
    void refreshes.start('two', workOf('two'));
    const all = refreshes.startAll(['one', 'two', 'three'], workOf);
    expect(refreshes.state('three').status).toBe('idle');
    const error = new AppError({ code: 'not_connected', message: '' });
    works.get('one')?.fail(error);
    await vi.waitFor(() => expect(refreshes.state('one')).toEqual({ status: 'failed', error }));
    expect(refreshes.state('three').status).toBe('idle');
    works.get('two')?.end();
    await vi.waitFor(() => expect(refreshes.state('three').status).toBe('running'));
    expect(works.get('two')?.work).toHaveBeenCalledTimes(1);
    expect(refreshes.state(allAccounts).status).toBe('running');
    works.get('three')?.end();
    await all;
    expect(refreshes.state(allAccounts)).toEqual({ status: 'done' });
    expect([...refreshes.states().keys()].toSorted()).toEqual([allAccounts, 'one', 'three', 'two']);
  });

  it('end all at once when all are canceled; a single one that is canceled stops no other', async () => {
    const refreshes = createRefreshes();
    const works = new Map(['one', 'two', 'three'].map((id) => [id, openWork()]));
    const workOf = (id: string) => works.get(id)?.work ?? vi.fn(() => Promise.resolve());
    const all = refreshes.startAll(['one', 'two', 'three'], workOf);
    refreshes.cancel('one');
    await vi.waitFor(() => expect(refreshes.state('two').status).toBe('running'));
    refreshes.cancel(allAccounts);
    await all;
    expect(refreshes.state('two')).toEqual({ status: 'canceled' });
    expect(refreshes.state(allAccounts)).toEqual({ status: 'canceled' });
    expect(works.get('three')?.work).not.toHaveBeenCalled();
  });
});
