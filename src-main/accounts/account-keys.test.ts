import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../src-shared/errors.ts';
import { prepareTestFolder } from '../files/test-folder.ts';
import { AccountKeys } from './account-keys.ts';
import { AccountsFile } from './accounts-file.ts';
import { writeKeyRecord } from './key-record.ts';

const folder = prepareTestFolder();
const accountId = '00000000-0000-4000-8000-000000000001';
const old = { baseUrl: 'https://old.example.vn/v1', apiKey: 'old-key' };
const next = { baseUrl: 'https://new.example.vn/v1', apiKey: 'new-key' };

const realSetTimeout = setTimeout;

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
}

/** Starts with an account whose old key is in a keychain that answers reads only when the test says so. */
async function startWithSlowReads() {
  const accountsFile = new AccountsFile(folder.path, 'Sample data', () => undefined);
  await accountsFile.add({
    kind: 'partner',
    accountId,
    name: 'One',
    color: 'blue',
    baseUrl: old.baseUrl,
    keyStorage: 'keychain',
    hasKeychainEntry: true,
  });
  let entry: string | null = writeKeyRecord(old);
  const reads: { succeed: () => void; fail: () => void }[] = [];
  const keychain = {
    read: vi.fn(() => {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      const read = entry;
      reads.push({
        succeed: () => resolve(read ?? ''),
        fail: () => reject(new AppError({ code: 'keychain_denied', message: '' })),
      });
      return promise;
    }),
    save: vi.fn((_accountId: string, secret: string) => {
      entry = secret;
      return Promise.resolve(() => Promise.resolve());
    }),
    remove: vi.fn(() => {
      entry = null;
      return Promise.resolve();
    }),
  };
  const keys = new AccountKeys(accountsFile, keychain);
  /** Answers all reads of the keychain that have begun, and those that follow. */
  const answerReads = async () => {
    while (reads.length > 0) {
      reads.splice(0).forEach(({ succeed }) => succeed());
      await new Promise(setImmediate);
    }
  };
  return { accountsFile, keychain, keys, reads, answerReads };
}

describe('reading the key of an account', () => {
  it('reads the keychain once for all that ask at the same time', async () => {
    const { keychain, keys, answerReads } = await startWithSlowReads();
    const asked = Promise.all([1, 2, 3, 4, 5].map(() => keys.read(accountId)));
    await answerReads();
    expect(await asked).toEqual(Array(5).fill(old));
    expect(await keys.read(accountId)).toEqual(old);
    expect(keychain.read).toHaveBeenCalledTimes(1);
  });

  it('reports an error to all that asked, and reads again for the next', async () => {
    const { keychain, keys, reads, answerReads } = await startWithSlowReads();
    const asked = Promise.allSettled([keys.read(accountId), keys.read(accountId)]);
    reads.splice(0).forEach(({ fail }) => fail());
    expect(await asked).toMatchObject(Array(2).fill({ reason: { code: 'keychain_denied' } }));
    const again = keys.read(accountId);
    await answerReads();
    expect(await again).toEqual(old);
    expect(keychain.read).toHaveBeenCalledTimes(2);
  });

  it('can be canceled by one that asks, and goes on for the others', async () => {
    const { keys, answerReads } = await startWithSlowReads();
    const controller = new AbortController();
    const [canceled, other] = [keys.read(accountId, controller.signal), keys.read(accountId)];
    controller.abort();
    await expect(canceled).rejects.toMatchObject({ code: 'canceled' });
    await answerReads();
    expect(await other).toEqual(old);
  });

  it.each(['keychain', 'session'] as const)(
    'drops an old key if another one was saved meanwhile (%s)',
    async (keyStorage) => {
      const { keys, answerReads } = await startWithSlowReads();
      const before = keys.read(accountId);
      const saved = keys.save(accountId, next, keyStorage);
      const during = keys.read(accountId);
      await saved;
      await answerReads();
      expect(await Promise.all([before, during, keys.read(accountId)])).toEqual([next, next, next]);
    },
  );

  it('drops an old key also if the account got its old address again', async () => {
    const { keys, answerReads } = await startWithSlowReads();
    const before = keys.read(accountId);
    await keys.save(accountId, next, 'session');
    await keys.save(accountId, { ...old, apiKey: 'newest-key' }, 'session');
    await answerReads();
    expect(await before).toEqual({ ...old, apiKey: 'newest-key' });
  });

  it('ignores the error of a read whose key was replaced', async () => {
    const { keys, reads } = await startWithSlowReads();
    const before = keys.read(accountId);
    await keys.save(accountId, next, 'session');
    reads.splice(0).forEach(({ fail }) => fail());
    expect(await before).toEqual(next);
  });

  it('fails if the key or the account was removed meanwhile', async () => {
    const { accountsFile, keys, answerReads } = await startWithSlowReads();
    const [before] = await Promise.all([
      Promise.allSettled([keys.read(accountId)]),
      keys.remove(accountId).then(answerReads),
    ]);
    expect(before).toMatchObject([{ reason: { code: 'key_not_saved' } }]);
    expect(keys.isInMemory(accountId)).toBe(false);

    await keys.save(accountId, next, 'keychain');
    await accountsFile.remove(accountId);
    await expect(keys.read(accountId)).rejects.toMatchObject({ code: 'not_connected' });
  });
});

describe('a key in memory', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => vi.useRealTimers());

  it('is dropped a minute after its last use', async () => {
    const { keychain, keys, answerReads } = await startWithSlowReads();
    const read = async () => {
      const [credentials] = await Promise.all([keys.read(accountId), answerReads()]);
      expect(credentials).toEqual(old);
    };
    await read();
    vi.advanceTimersByTime(59_000);
    await read();
    vi.advanceTimersByTime(59_000);
    expect(keys.isInMemory(accountId)).toBe(true);
    vi.advanceTimersByTime(1_000);
    expect(keys.isInMemory(accountId)).toBe(false);
    await read();
    expect(keychain.read).toHaveBeenCalledTimes(2);
  });

  it('is dropped also if the callers were canceled while the keychain was read', async () => {
    const { keys, answerReads } = await startWithSlowReads();
    const controller = new AbortController();
    const canceled = keys.read(accountId, controller.signal);
    controller.abort();
    await expect(canceled).rejects.toMatchObject({ code: 'canceled' });
    await answerReads();
    expect(keys.isInMemory(accountId)).toBe(true);
    vi.advanceTimersByTime(60_000);
    expect(keys.isInMemory(accountId)).toBe(false);
  });

  it('is held by nothing after that', async () => {
    // The real timers with a shorter delay: those of the mock do not hold their functions.
    vi.useRealTimers();
    vi.stubGlobal('setTimeout', (run: () => void) => realSetTimeout(run, 1));
    const { keys, answerReads } = await startWithSlowReads();
    const read = async () =>
      new WeakRef((await Promise.all([keys.read(accountId), answerReads()]))[0]);
    const credentials = await read();
    while (keys.isInMemory(accountId)) await new Promise(setImmediate);
    vi.unstubAllGlobals();
    await new Promise(setImmediate);
    collectGarbage();
    expect(credentials.deref()).toBeUndefined();
    expect(keys.isInMemory(accountId)).toBe(false);
  });

  it('stays if it is the only copy', async () => {
    const { keys } = await startWithSlowReads();
    await keys.save(accountId, old, 'keychain');
    await keys.save(accountId, next, 'session');
    vi.advanceTimersByTime(600_000);
    expect(await keys.read(accountId)).toEqual(next);
  });
});

describe('changing the key of an account', () => {
  it('runs one change after the other', async () => {
    const { accountsFile, keychain, keys } = await startWithSlowReads();
    await Promise.all([
      keys.save(accountId, next, 'keychain'),
      keys.remove(accountId),
      keys.save(accountId, { ...next, apiKey: 'last-key' }, 'session'),
    ]);
    expect(await keys.read(accountId)).toEqual({ ...next, apiKey: 'last-key' });
    expect(accountsFile.getPartner(accountId)).toMatchObject({ keyStorage: 'session' });
    expect(keychain.remove).toHaveBeenCalledTimes(1);
  });

  it('restores the old entry if the account cannot be saved', async () => {
    const { accountsFile, keychain, keys } = await startWithSlowReads();
    const restore = vi.fn(() => Promise.resolve());
    keychain.save.mockImplementation(() => Promise.resolve(restore));
    const update = accountsFile.updatePartner.bind(accountsFile);
    accountsFile.updatePartner = (id, change) =>
      change.baseUrl === undefined
        ? update(id, change)
        : Promise.reject(new AppError({ code: 'disk_full', message: '' }));
    await expect(keys.save(accountId, next, 'keychain')).rejects.toMatchObject({
      code: 'disk_full',
    });
    expect(restore).toHaveBeenCalledTimes(1);
  });
});
