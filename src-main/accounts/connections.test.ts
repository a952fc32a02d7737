import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startConnections, type Outside } from './test-connections.ts';

const baseUrl = 'https://pbx.example.vn/v1/partner';
const { signal } = new AbortController();
const request = { name: '', baseUrl, apiKey: 'right', keyStorage: 'keychain' } as const;

let folder: string;
let outside: Outside;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connections-'));
  outside = { entries: new Map(), keychainFault: null, leftLists: [] };
});
afterEach(() => rm(folder, { recursive: true }));

const start = () => startConnections(folder, outside);

/** Starts the app and adds an account. */
async function startConnected(keyStorage: 'keychain' | 'session' = 'keychain') {
  const started = await start();
  const { accountId } = await started.connections.add({ ...request, keyStorage }, signal);
  return { ...started, accountId };
}

describe('accounts', () => {
  it('do not exist at the first start', async () => {
    const { connections, accountsFile, notice } = await start();
    expect(connections.accounts()).toEqual([]);
    expect(accountsFile.shownAccountId()).toBeNull();
    expect(notice).toBeNull();
  });

  it('have different names, colors and keys, and the keys are not in the file', async () => {
    const { connections } = await start();
    const own = { ...request, apiKey: ' key-of-one ' };
    const one = await connections.add({ ...own, name: 'Minh Anh' }, signal);
    const two = await connections.add({ ...request, apiKey: 'key-of-two' }, signal);
    const three = await connections.add({ ...request, apiKey: 'key-of-three' }, signal);
    expect([one.name, two.name, three.name]).toEqual([
      'Minh Anh',
      'pbx.example.vn',
      'pbx.example.vn 2',
    ]);
    expect(new Set([one.color, two.color, three.color]).size).toBe(3);

    const next = await start();
    expect(next.connections.accounts()).toEqual([one, two, three]);
    expect(next.connections.accountName(one.accountId)).toBe('Minh Anh');
    expect(await next.connections.credentials(one.accountId)).toEqual({
      baseUrl,
      apiKey: 'key-of-one',
    });
    expect(await next.connections.credentials(two.accountId)).toMatchObject({
      apiKey: 'key-of-two',
    });
    expect(await readFile(join(folder, 'accounts.json'), 'utf8')).not.toContain('key-of-');
  });

  it('are not added if the test fails', async () => {
    const { connections } = await start();
    await expect(connections.add({ ...request, apiKey: 'wrong' }, signal)).rejects.toMatchObject({
      code: 'wrong_key',
    });
    expect((await start()).connections.accounts()).toEqual([]);
  });

  it('are not added if the keychain fails, but can be added with a key for one session', async () => {
    outside.keychainFault = 'keychain_locked';
    const { connections } = await start();
    await expect(connections.add(request, signal)).rejects.toMatchObject({
      code: 'keychain_locked',
    });
    expect(connections.accounts()).toEqual([]);
    const added = await connections.add({ ...request, keyStorage: 'session' }, signal);
    expect(await connections.credentials(added.accountId)).toEqual({ baseUrl, apiKey: 'right' });
    expect((await start()).connections.accounts()).toEqual([{ ...added, keyStorage: null }]);
  });

  it('can change their name and color', async () => {
    const { connections, accountId } = await startConnected();
    const changed = await connections.changeLook(accountId, { name: 'Chị Hà', color: 'pink' });
    expect(changed).toMatchObject({ name: 'Chị Hà', color: 'pink', keyStorage: 'keychain' });
    expect((await start()).connections.accounts()).toEqual([changed]);
  });
});

describe('sample data', () => {
  it('is one account without a key', async () => {
    const { connections } = await startConnected();
    const sample = await connections.addSampleData();
    expect(sample).toMatchObject({ kind: 'sample', name: 'Sample data' });
    expect(await connections.addSampleData()).toEqual(sample);
    expect(await connections.credentials(sample.accountId)).toMatchObject({ apiKey: 'sample' });
    expect(connections.savedList(sample.accountId).baseUrl).toBeNull();
    expect((await start()).connections.accounts()).toHaveLength(2);
    expect(await connections.removeKey(sample.accountId)).toEqual(sample);
  });
});

describe('the connection of an account', () => {
  it('does not change if the test fails', async () => {
    const { connections, accountId } = await startConnected();
    await expect(
      connections.connect({ ...request, accountId, apiKey: 'wrong' }, signal),
    ).rejects.toMatchObject({ code: 'wrong_key' });
    expect(await connections.credentials(accountId)).toEqual({ baseUrl, apiKey: 'right' });
  });

  it('never sends a new key to the old address, even if the app ends in between', async () => {
    const { connections, accountId, accountsFile } = await startConnected();
    const elsewhere = 'https://elsewhere.example.vn/v1/partner';
    const update = accountsFile.updatePartner.bind(accountsFile);
    accountsFile.updatePartner = (id, change) =>
      change.baseUrl === elsewhere ? Promise.reject(new Error('The app ends')) : update(id, change);
    const change = { ...request, accountId, baseUrl: elsewhere, apiKey: 'new' };
    await expect(connections.connect(change, signal)).rejects.toThrow('The app ends');
    const next = await start();
    expect(await next.connections.credentials(accountId)).toEqual({ baseUrl, apiKey: 'right' });
  });

  it('removes the old key when a key for one session replaces it', async () => {
    const { connections, accountId } = await startConnected();
    await connections.connect({ ...request, accountId, keyStorage: 'session' }, signal);
    expect(outside.entries.size).toBe(0);
  });

  it('fails with the keychain’s error if the key cannot be read', async () => {
    const { accountId } = await startConnected();
    outside.keychainFault = 'keychain_denied';
    const next = await start();
    expect(next.connections.accounts()).toMatchObject([{ keyStorage: 'keychain' }]);
    await expect(next.connections.credentials(accountId)).rejects.toMatchObject({
      code: 'keychain_denied',
    });
  });

  it('removes its key and keeps its address, and other accounts keep their keys', async () => {
    const { connections, accountId } = await startConnected();
    const other = await connections.add({ ...request, apiKey: 'other' }, signal);
    await connections.removeKey(accountId);
    expect([...outside.entries.keys()]).toEqual([other.accountId]);
    await expect(connections.credentials(accountId)).rejects.toMatchObject({
      code: 'key_not_saved',
    });
    expect((await start()).connections.accounts()[0]).toMatchObject({ baseUrl, keyStorage: null });
  });

  it('keeps its key if the keychain fails', async () => {
    const { connections, accountId } = await startConnected();
    outside.keychainFault = 'keychain_locked';
    await expect(connections.removeKey(accountId)).rejects.toMatchObject({
      code: 'keychain_locked',
    });
    expect(connections.accounts()).toMatchObject([{ keyStorage: 'keychain' }]);
    expect(outside.entries.size).toBe(1);
  });

  it('has a saved list for each server, even without a key', async () => {
    const { connections, accountId } = await startConnected();
    const first = connections.savedList(accountId);
    expect(first.baseUrl).toBe(baseUrl);
    await connections.removeKey(accountId);
    expect((await start()).connections.savedList(accountId)).toEqual(first);
    expect(outside.leftLists).toEqual([]);

    const elsewhere = { ...request, accountId, baseUrl: 'https://other.example.vn/v1' };
    await connections.connect(elsewhere, signal);
    expect(connections.savedList(accountId).listId).not.toBe(first.listId);
    expect(outside.leftLists).toEqual([first.listId]);
  });

  it('is found by its saved list until the account gets another address', async () => {
    const { connections, accountId } = await startConnected();
    const { listId } = connections.savedList(accountId);
    expect(await connections.credentialsOfList(listId)).toEqual({ baseUrl, apiKey: 'right' });
    const elsewhere = { ...request, accountId, baseUrl: 'https://other.example.vn/v1' };
    await connections.connect(elsewhere, signal);
    await expect(connections.credentialsOfList(listId)).rejects.toMatchObject({
      code: 'not_connected',
    });
    const { listId: newListId } = connections.savedList(accountId);
    expect(await connections.credentialsOfList(newListId)).toMatchObject({
      baseUrl: elsewhere.baseUrl,
    });
  });

  it('sends a key to no address but its own, also after a change of the file or the entry', async () => {
    const { accountId } = await startConnected();
    const file = join(folder, 'accounts.json');
    const text = await readFile(file, 'utf8');
    for (const address of [
      'https://elsewhere.example.vn/v1/partner',
      `${baseUrl}2`,
      'http://pbx.example.vn/v1/partner',
      'https://pbx.example.vn:8443/v1/partner',
      `${baseUrl}/`,
      '',
    ]) {
      await writeFile(file, text.replaceAll(baseUrl, address));
      const { connections } = await start();
      await expect(connections.credentials(accountId)).rejects.toMatchObject({
        code: 'key_for_other_address',
      });
    }
    await writeFile(file, text);
    const own = outside.entries.get(accountId) ?? '';
    for (const entry of ['right', '"right"', '{}', own.replace('"version":1', '"version":2'), '']) {
      outside.entries.set(accountId, entry);
      const { connections } = await start();
      await expect(connections.credentials(accountId)).rejects.toMatchObject({
        code: 'key_for_other_address',
      });
    }
    outside.entries.set(accountId, own);
    const { connections } = await start();
    expect(await connections.credentials(accountId)).toEqual({ baseUrl, apiKey: 'right' });
    // Entering the key again connects the account to the new address.
    const elsewhere = { ...request, accountId, baseUrl: 'https://elsewhere.example.vn/v1' };
    await connections.connect(elsewhere, signal);
    expect(await (await start()).connections.credentials(accountId)).toMatchObject({
      baseUrl: elsewhere.baseUrl,
    });
  });

  it('never sends a new key to the old address, even if the keychain is read meanwhile', async () => {
    const { accountId } = await startConnected();
    const { connections } = await start();
    const elsewhere = { ...request, accountId, baseUrl: 'https://other.example.vn/v1' };
    const ended: string[] = [];
    const connecting = connections
      .connect({ ...elsewhere, apiKey: 'new' }, signal)
      .finally(() => ended.push('connect'));
    while (ended.length === 0) {
      const read = await connections.credentials(accountId).catch(() => null);
      if (read !== null) expect(read.apiKey === 'new').toBe(read.baseUrl === elsewhere.baseUrl);
      await nextTurn();
    }
    await connecting;
    expect(await connections.credentials(accountId)).toMatchObject({ apiKey: 'new' });
  });
});
