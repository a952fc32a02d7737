import { expect, it } from 'vitest';
import { prepareTestFolder } from '../files/test-folder.ts';
import { startConnections } from './test-connections.ts';

const folder = prepareTestFolder();
const { signal } = new AbortController();
const request = {
  name: '',
  baseUrl: 'https://a.example.vn/v1',
  apiKey: 'right',
  keyStorage: 'keychain',
} as const;

async function start() {
  const outside = { entries: new Map(), keychainFault: null, leftLists: [] };
  const { connections } = await startConnections(folder.path, outside);
  return { connections, outside };
}

it('removes the list of each address that an account had', async () => {
  const { connections, outside } = await start();
  const { accountId } = await connections.add(request, signal);
  const lists = [connections.savedList(accountId).listId];
  await Promise.all(
    ['b.example.vn', 'c.example.vn', 'd.example.vn'].map(async (host) => {
      await connections.connect({ ...request, accountId, baseUrl: `https://${host}/v1` }, signal);
      lists.push(connections.savedList(accountId).listId);
    }),
  );
  expect(new Set(lists).size).toBe(4);
  expect(outside.leftLists).toEqual(lists.slice(0, -1));
});

it('adds a key once', async () => {
  const { connections } = await start();
  const ended = await Promise.allSettled([1, 2, 3].map(() => connections.add(request, signal)));
  expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(ended[1]).toMatchObject({ reason: { code: 'key_already_added' } });
  expect(connections.accounts()).toHaveLength(1);
});

it('does not give an account a key that another one gets meanwhile', async () => {
  const { connections } = await start();
  const { accountId } = await connections.add(request, signal);
  const ended = await Promise.allSettled([
    connections.add({ ...request, apiKey: 'other' }, signal),
    connections.connect({ ...request, accountId, apiKey: 'other' }, signal),
  ]);
  expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(ended.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'key_already_added' },
  });
});

it('gives accounts that are added at the same time different names and colors', async () => {
  const { connections } = await start();
  const added = await Promise.all(
    ['one', 'two', 'three'].map((apiKey) => connections.add({ ...request, apiKey }, signal)),
  );
  expect(new Set(added.map(({ name }) => name)).size).toBe(3);
  expect(new Set(added.map(({ color }) => color)).size).toBe(3);
});
