import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError, type ErrorCode } from '../../src-shared/errors.ts';
import { AccountsFile } from './accounts-file.ts';
import { Connections } from './connections.ts';

const baseUrl = 'https://pbx.example.vn/v1/partner';
const signal = new AbortController().signal;

let folder: string;
let entries: Map<string, string>;
let keychainFault: ErrorCode | null;
let leftLists: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connections-'));
  entries = new Map();
  keychainFault = null;
  leftLists = [];
});
afterEach(() => rm(folder, { recursive: true }));

/** The app as it starts on this data folder, with a keychain that can be made to fail. */
async function start() {
  const accountsFile = new AccountsFile(folder);
  const notice = await accountsFile.load();
  const orFail = () =>
    keychainFault === null
      ? Promise.resolve()
      : Promise.reject(new AppError({ code: keychainFault, message: '' }));
  const connections = new Connections({
    accountsFile,
    keychain: {
      read: async (accountId) => {
        await orFail();
        return entries.get(accountId) ?? '';
      },
      save: async (accountId, apiKey) => {
        await orFail();
        entries.set(accountId, apiKey);
      },
      remove: async (accountId) => {
        await orFail();
        entries.delete(accountId);
      },
    },
    parseBaseUrl: (typed) => typed,
    parseApiKey: (pasted) => pasted.trim(),
    usualBaseUrl: 'https://usual.example.vn/v1/partner',
    test: ({ apiKey }) =>
      apiKey === 'wrong'
        ? Promise.reject(new AppError({ code: 'wrong_key', message: '' }))
        : Promise.resolve(),
    startSampleServer: () =>
      Promise.resolve({ baseUrl: 'http://127.0.0.1:1/v1', apiKey: 'sample' }),
    onListLeft: (listId) => leftLists.push(listId),
  });
  const [account] = await connections.accounts();
  if (account === undefined) throw new Error('There is no account');
  return { connections, account, accountId: account.accountId, accountsFile, notice };
}

describe('an account', () => {
  it('is there from the first start, and the same one after the next', async () => {
    const first = await start();
    expect(first.account).toMatchObject({
      baseUrl: 'https://usual.example.vn/v1/partner',
      connection: null,
    });
    expect((await start()).accountId).toBe(first.accountId);
  });

  it('is connected for good with a key in the keychain, which is in no file', async () => {
    const { connections, accountId } = await start();
    const request = { accountId, baseUrl, apiKey: ' top-secret ', keyStorage: 'keychain' } as const;
    await connections.connect(request, signal);
    expect(entries.get(accountId)).toBe('top-secret');
    const next = await start();
    expect(next.account.connection).toEqual({ kind: 'partner', baseUrl, keyStorage: 'keychain' });
    expect(await next.connections.credentials(accountId)).toEqual({
      baseUrl,
      apiKey: 'top-secret',
    });
    expect(await readFile(join(folder, 'accounts.json'), 'utf8')).not.toContain('top-secret');
  });

  it('is as it was after a test that failed', async () => {
    const { connections, accountId } = await start();
    await connections.connect(
      { accountId, baseUrl, apiKey: 'right', keyStorage: 'keychain' },
      signal,
    );
    const wrong = { accountId, baseUrl, apiKey: 'wrong', keyStorage: 'keychain' } as const;
    await expect(connections.connect(wrong, signal)).rejects.toMatchObject({ code: 'wrong_key' });
    expect(await connections.credentials(accountId)).toEqual({ baseUrl, apiKey: 'right' });
  });

  it('can hold its key for one session where the keychain fails', async () => {
    keychainFault = 'keychain_locked';
    const { connections, accountId } = await start();
    const request = { accountId, baseUrl, apiKey: 'right' };
    await expect(
      connections.connect({ ...request, keyStorage: 'keychain' }, signal),
    ).rejects.toMatchObject({ code: 'keychain_locked' });
    await connections.connect({ ...request, keyStorage: 'session' }, signal);
    expect(await connections.credentials(accountId)).toEqual({ baseUrl, apiKey: 'right' });
    expect((await start()).account).toMatchObject({ baseUrl, connection: null });
  });

  it('never sends a new key to the old address, even if the app ends in between', async () => {
    const { connections, accountId, accountsFile } = await start();
    await connections.connect(
      { accountId, baseUrl, apiKey: 'old', keyStorage: 'keychain' },
      signal,
    );
    const elsewhere = 'https://elsewhere.example.vn/v1/partner';
    const update = accountsFile.update.bind(accountsFile);
    accountsFile.update = (id, change) =>
      change.baseUrl === elsewhere ? Promise.reject(new Error('The app ends')) : update(id, change);
    const request = {
      accountId,
      baseUrl: elsewhere,
      apiKey: 'new',
      keyStorage: 'keychain',
    } as const;
    await expect(connections.connect(request, signal)).rejects.toThrow('The app ends');
    const next = await start();
    await expect(next.connections.credentials(accountId)).rejects.toMatchObject({
      code: 'not_connected',
    });
  });

  it('leaves no old key behind when a key for one session takes its place', async () => {
    const { connections, accountId } = await start();
    const request = { accountId, baseUrl, apiKey: 'right' };
    await connections.connect({ ...request, keyStorage: 'keychain' }, signal);
    await connections.connect({ ...request, keyStorage: 'session' }, signal);
    expect(entries.size).toBe(0);
  });

  it('is told why when its key cannot be read', async () => {
    const { connections, accountId } = await start();
    await connections.connect(
      { accountId, baseUrl, apiKey: 'right', keyStorage: 'keychain' },
      signal,
    );
    keychainFault = 'keychain_denied';
    const next = await start();
    expect(next.account.connection).not.toBeNull();
    await expect(next.connections.credentials(accountId)).rejects.toMatchObject({
      code: 'keychain_denied',
    });
  });

  it('forgets its key everywhere and keeps its address', async () => {
    const { connections, accountId } = await start();
    await connections.connect(
      { accountId, baseUrl, apiKey: 'right', keyStorage: 'keychain' },
      signal,
    );
    await connections.forget(accountId);
    expect(entries.size).toBe(0);
    await expect(connections.credentials(accountId)).rejects.toMatchObject({
      code: 'not_connected',
    });
    expect((await start()).account).toMatchObject({ baseUrl, connection: null });
  });

  it('is still connected when forgetting fails', async () => {
    const { connections, accountId } = await start();
    await connections.connect(
      { accountId, baseUrl, apiKey: 'right', keyStorage: 'keychain' },
      signal,
    );
    keychainFault = 'keychain_locked';
    await expect(connections.forget(accountId)).rejects.toMatchObject({ code: 'keychain_locked' });
    expect((await connections.accounts())[0]?.connection).not.toBeNull();
    expect(entries.size).toBe(1);
  });

  it('shows sample data without a key, also after the next start, and keeps the partner’s address', async () => {
    const { connections, accountId } = await start();
    await connections.connect(
      { accountId, baseUrl, apiKey: 'right', keyStorage: 'session' },
      signal,
    );
    await connections.connectSampleData(accountId);
    expect(await connections.credentials(accountId)).toMatchObject({ apiKey: 'sample' });
    expect((await start()).account).toMatchObject({ baseUrl, connection: { kind: 'sample' } });
  });

  it('begins anew, and says so, when its file cannot be read', async () => {
    await start();
    await writeFile(join(folder, 'accounts.json'), 'not JSON');
    const { notice, account } = await start();
    expect(notice).toMatchObject({ code: 'settings_unreadable' });
    expect(account.connection).toBeNull();
  });

  it('has a saved list of its own at each server, also when its key is forgotten', async () => {
    const { connections, accountId } = await start();
    expect(() => connections.savedList(accountId)).toThrow(
      expect.objectContaining({ code: 'not_connected' }),
    );
    const request = { accountId, baseUrl, apiKey: 'right', keyStorage: 'keychain' } as const;
    await connections.connect(request, signal);
    const partner = connections.savedList(accountId);
    expect(partner.baseUrl).toBe(baseUrl);
    await connections.connectSampleData(accountId);
    expect(connections.savedList(accountId)).toMatchObject({ baseUrl: null });
    expect(connections.savedList(accountId).listId).not.toBe(partner.listId);
    await connections.connect(request, signal);
    await connections.forget(accountId);
    expect((await start()).connections.savedList(accountId)).toEqual(partner);
    expect(leftLists).toEqual([]);

    await connections.connect({ ...request, baseUrl: 'https://other.example.vn/v1' }, signal);
    expect(connections.savedList(accountId).listId).not.toBe(partner.listId);
    expect(leftLists).toEqual([partner.listId]);
  });
});
