import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startConnections, type Outside } from './test-connections.ts';

const baseUrl = 'https://pbx.example.vn/v1/partner';
const { signal } = new AbortController();
const request = { name: '', baseUrl, apiKey: 'right', keyStorage: 'keychain' } as const;

let folder: string;
let outside: Outside;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'known-keys-'));
  outside = { entries: new Map(), keychainFault: null, leftLists: [] };
});
afterEach(() => rm(folder, { recursive: true }));

const start = () => startConnections(folder, outside);

/** Starts the app and adds an account. */
async function startConnected() {
  const started = await start();
  const { accountId } = await started.connections.add(request, signal);
  return { ...started, accountId };
}

describe('a key that another account has', () => {
  it('is not added a second time for the same server', async () => {
    const { connections, accountId } = await startConnected();
    const { name } = connections.accounts()[0] ?? {};
    const twice = { code: 'key_already_added', account: { accountId, name } };
    const elsewhere = { ...request, baseUrl: `${baseUrl}/v2` };
    await expect(connections.add(request, signal)).rejects.toMatchObject(twice);
    await expect(connections.add(elsewhere, signal)).rejects.toMatchObject(twice);
    await connections.add({ ...request, baseUrl: 'https://other.example.vn/v1' }, signal);
    const { accountId: other } = await connections.add({ ...request, apiKey: 'other' }, signal);
    const replacing = { ...request, accountId: other };
    await expect(connections.connect(replacing, signal)).rejects.toMatchObject(twice);
    expect(await connections.credentials(other)).toMatchObject({ apiKey: 'other' });
    // Its own key is not a second one.
    await connections.connect({ ...request, accountId }, signal);
    expect(connections.accounts()).toHaveLength(3);
  });

  it('is added if the keys of the other accounts cannot be compared', async () => {
    await startConnected();
    const next = await start();
    outside.keychainFault = 'keychain_locked';
    await next.connections.add({ ...request, apiKey: 'other', keyStorage: 'session' }, signal);
    expect(next.connections.accounts()).toHaveLength(2);
  });
});
