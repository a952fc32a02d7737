import { describe, expect, it, vi } from 'vitest';
import { allAccounts } from '../../src-shared/choices.ts';
import { AccountWork } from './account-work.ts';
import type { StoredAccount } from './stored-accounts.ts';

const { signal } = new AbortController();

const get = (accountId: string): StoredAccount => ({
  kind: 'sample',
  accountId,
  name: accountId,
  color: 'blue',
});

/** Work that ends when the test says so, or when it is canceled. */
function createWork() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const run = vi.fn((signal: AbortSignal) => {
    signal.addEventListener('abort', () => reject(new Error('canceled')));
    return promise;
  });
  return { run, end: () => resolve('done') };
}

describe('an account that is being removed', () => {
  it('cancels its work, and is removed when all work has ended', async () => {
    const work = new AccountWork({ get });
    const [own, deaf, ofAll, other] = [createWork(), createWork(), createWork(), createWork()];
    const running = Promise.allSettled([
      work.run('one', signal, own.run),
      work.run('one', signal, () => deaf.run(signal)),
      work.run(allAccounts, signal, ofAll.run),
    ]);
    const otherRunning = work.run('two', signal, other.run);
    const remove = vi.fn(() => Promise.resolve());
    const leaving = work.leave('one', remove);
    await new Promise(setImmediate);
    expect(remove).not.toHaveBeenCalled();
    deaf.end();
    await new Promise(setImmediate);
    expect(remove).not.toHaveBeenCalled();
    ofAll.end();
    await leaving;
    expect(remove).toHaveBeenCalledTimes(1);
    expect((await running).map(({ status }) => status)).toEqual([
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    other.end();
    expect(await otherRunning).toBe('done');
  });

  it('accepts no new work until the removal has failed', async () => {
    const work = new AccountWork({ get });
    const removal = Promise.withResolvers<undefined>();
    const leaving = work.leave('one', () => removal.promise.then(() => undefined));
    const later = createWork();
    const refused = { code: 'account_leaving' };
    await expect(work.run('one', signal, later.run)).rejects.toMatchObject(refused);
    await expect(work.run(allAccounts, signal, later.run)).rejects.toMatchObject(refused);
    await expect(work.leave('one', () => Promise.resolve())).rejects.toMatchObject(refused);
    expect(later.run).not.toHaveBeenCalled();
    removal.reject(new Error('The keychain is locked'));
    await expect(leaving).rejects.toThrow('locked');
    later.end();
    expect(await work.run('one', signal, later.run)).toBe('done');
  });
});
