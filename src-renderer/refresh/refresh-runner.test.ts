import { describe, expect, it, vi } from 'vitest';
import { allAccounts } from '../../src-shared/choices.ts';
import { AppError } from '../../src-shared/errors.ts';
import { createRefreshRunner } from './refresh-runner.ts';

/** Creates work that runs until `end` is called, even after it is canceled, as the main process cleans up first. */
function slowWork() {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return { work: vi.fn(() => promise), end: () => resolve(undefined) };
}

/** Creates work that runs until it is ended, failed or canceled. */
function openWork() {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const work = vi.fn((signal: AbortSignal) => {
    signal.addEventListener('abort', () => reject(new AppError({ code: 'canceled', message: '' })));
    return promise;
  });
  return { work, end: () => resolve(undefined), fail: reject };
}

describe('the refresh runner', () => {
  it('runs one refresh per account, and several accounts at the same time', async () => {
    const runner = createRefreshRunner();
    const [one, two] = [openWork(), openWork()];
    void runner.start('one', one.work);
    void runner.start('two', two.work);
    const again = vi.fn(() => Promise.resolve());
    void runner.start('one', again);
    expect(again).not.toHaveBeenCalled();
    one.end();
    await vi.waitFor(() => expect(runner.state('one')).toEqual({ status: 'done' }));
    expect(runner.state('two').status).toBe('running');
    void runner.start('one', again);
    expect(again).toHaveBeenCalledTimes(1);
  });

  it('reports progress until the listener is removed', async () => {
    const runner = createRefreshRunner();
    const seen: unknown[] = [];
    const retry = { at: 5_000, reason: 'askedToWait' } as const;
    const stop = runner.subscribe(() => seen.push(runner.state('one')));
    void runner.start('one', (_signal, onProgress) => {
      onProgress(100, 250);
      onProgress(100, 250, retry);
      return Promise.resolve();
    });
    await vi.waitFor(() => expect(runner.state('one')).toEqual({ status: 'done' }));
    stop();
    runner.dismiss('one');
    expect(seen).toEqual([
      { status: 'running', rows: 0, ofRows: undefined },
      { status: 'running', rows: 100, ofRows: 250 },
      { status: 'running', rows: 100, ofRows: 250, retry },
      { status: 'done' },
    ]);
    expect(runner.state('one')).toEqual({ status: 'idle' });
  });

  it('knows the failed accounts until they are refreshed, also if their errors are hidden', async () => {
    const runner = createRefreshRunner();
    const error = new AppError({ code: 'wrong_key', message: '' });
    await runner.start('one', () => Promise.reject(error));
    await runner.start('two', () => Promise.resolve());
    const failures = runner.failures();
    expect([...failures]).toEqual([['one', error]]);
    runner.hideError('one');
    runner.hideError('two');
    expect(runner.state('one')).toEqual({ status: 'failed', error, isHidden: true });
    expect(runner.state('two')).toEqual({ status: 'done' });
    expect(runner.failures()).toBe(failures);
    await runner.start('one', () => Promise.resolve());
    expect(runner.failures().size).toBe(0);
  });

  it('cancels one refresh only, and keeps the error of a failed one', async () => {
    const runner = createRefreshRunner();
    const [one, two] = [openWork(), openWork()];
    void runner.start('one', one.work);
    void runner.start('two', two.work);
    runner.cancel('one');
    await vi.waitFor(() => expect(runner.state('one')).toEqual({ status: 'canceled' }));
    const error = new AppError({ code: 'unreachable', message: '' });
    two.fail(error);
    await vi.waitFor(() => expect(runner.state('two')).toEqual({ status: 'failed', error }));
  });

  it('starts a refresh that is asked for during a cancellation when that has ended', async () => {
    const runner = createRefreshRunner();
    const [first, second] = [slowWork(), openWork()];
    void runner.start('one', first.work);
    runner.cancel('one');
    expect(runner.state('one')).toEqual({ status: 'canceled' });
    void runner.start('one', second.work);
    expect(runner.state('one').status).toBe('running');
    expect(second.work).not.toHaveBeenCalled();
    first.end();
    await vi.waitFor(() => expect(second.work).toHaveBeenCalledTimes(1));
    expect(runner.state('one').status).toBe('running');
    second.end();
    await vi.waitFor(() => expect(runner.state('one')).toEqual({ status: 'done' }));
  });

  it('does not start a refresh that was canceled while it waited', async () => {
    const runner = createRefreshRunner();
    const [first, second] = [slowWork(), openWork()];
    void runner.start('one', first.work);
    runner.cancel('one');
    const waiting = runner.start('one', second.work);
    runner.cancel('one');
    first.end();
    await waiting;
    expect(second.work).not.toHaveBeenCalled();
    expect(runner.state('one')).toEqual({ status: 'canceled' });
  });

  it('reports no progress of a canceled refresh', async () => {
    const runner = createRefreshRunner();
    const work = slowWork();
    const report = vi.fn<(rows: number, ofRows: number | undefined) => void>();
    const ended = runner.start('one', (_signal, onProgress) => {
      report.mockImplementation(onProgress);
      return work.work();
    });
    runner.cancel('one');
    report(100, 250);
    expect(runner.state('one')).toEqual({ status: 'canceled' });
    work.end();
    await ended;
    expect(runner.state('one')).toEqual({ status: 'canceled' });
  });

  it('says which of the refreshed accounts is next, and of how many', async () => {
    const runner = createRefreshRunner();
    const turns: unknown[] = [];
    runner.subscribe(() => {
      const state = runner.state(allAccounts);
      const turn = state.status === 'running' ? state.turn : undefined;
      if (turn !== undefined && turns.at(-1) !== turn) turns.push(turn);
    });
    await runner.startAll(['two', 'four'], () => () => Promise.resolve());
    expect(turns).toEqual([
      { accountId: 'two', position: 1, of: 2 },
      { accountId: 'four', position: 2, of: 2 },
    ]);
  });

  it('refreshes all accounts in turn, even if one fails', async () => {
    const runner = createRefreshRunner();
    const works = new Map(['one', 'two', 'three'].map((id) => [id, openWork()]));
    const workOf = (id: string) => works.get(id)?.work ?? vi.fn(() => Promise.resolve());
    // The second account is already being refreshed. The runner waits for it and does not start it again.
    void runner.start('two', workOf('two'));
    const all = runner.startAll(['one', 'two', 'three'], workOf);
    expect(runner.state('three').status).toBe('idle');
    const error = new AppError({ code: 'not_connected', message: '' });
    works.get('one')?.fail(error);
    await vi.waitFor(() => expect(runner.state('one')).toEqual({ status: 'failed', error }));
    expect(runner.state('three').status).toBe('idle');
    works.get('two')?.end();
    await vi.waitFor(() => expect(runner.state('three').status).toBe('running'));
    expect(works.get('two')?.work).toHaveBeenCalledTimes(1);
    expect(runner.state(allAccounts).status).toBe('running');
    works.get('three')?.end();
    await all;
    expect(runner.state(allAccounts)).toEqual({ status: 'done' });
    expect([...runner.states().keys()].toSorted()).toEqual([allAccounts, 'one', 'three', 'two']);
  });

  it('continues with the next account after one is canceled, and stops when all are canceled', async () => {
    const runner = createRefreshRunner();
    const works = new Map(['one', 'two', 'three'].map((id) => [id, openWork()]));
    const workOf = (id: string) => works.get(id)?.work ?? vi.fn(() => Promise.resolve());
    const all = runner.startAll(['one', 'two', 'three'], workOf);
    runner.cancel('one');
    await vi.waitFor(() => expect(runner.state('two').status).toBe('running'));
    runner.cancel(allAccounts);
    await all;
    expect(runner.state('two')).toEqual({ status: 'canceled' });
    expect(runner.state(allAccounts)).toEqual({ status: 'canceled' });
    expect(works.get('three')?.work).not.toHaveBeenCalled();
  });
});
