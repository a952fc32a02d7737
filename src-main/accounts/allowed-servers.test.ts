import { beforeEach, expect, it } from 'vitest';
import { prepareTestFolder } from '../files/test-folder.ts';
import { startConnections, type Outside } from './test-connections.ts';

const folder = prepareTestFolder();
const { signal } = new AbortController();
const serverUrl = 'https://gateway.company.vn/v1/partner';
const request = {
  name: 'Lan',
  baseUrl: serverUrl,
  apiKey: 'right',
  keyStorage: 'keychain',
} as const;
const elsewhere = { ...request, baseUrl: 'https://elsewhere.test/v1/partner', apiKey: 'other' };

let outside: Outside;
beforeEach(() => {
  outside = { entries: new Map(), keychainFault: null, leftLists: [] };
});
const start = (managed: Outside['managed'] = {}) =>
  startConnections(folder.path, { ...outside, managed });

it('connects only to the address of the organization', async () => {
  const { connections } = await start({ serverUrl });
  const refused = { code: 'address_not_allowed' };
  await expect(connections.add(elsewhere, signal)).rejects.toMatchObject(refused);
  // A pasted endpoint is the same address.
  const endpoint = `${serverUrl}.Etelecom/GetPartnerTenantList`;
  const { accountId } = await connections.add({ ...request, baseUrl: endpoint }, signal);
  await expect(connections.connect({ ...elsewhere, accountId }, signal)).rejects.toMatchObject(
    refused,
  );
  expect(await connections.credentials(accountId)).toMatchObject({ baseUrl: serverUrl });
});

it('sends no request for an account with another address until it is connected again', async () => {
  const before = await start();
  const { accountId } = await before.connections.add(elsewhere, signal);

  const { connections } = await start({ serverUrl });
  const { listId } = connections.savedList(accountId);
  const refused = { code: 'address_not_allowed' };
  await expect(connections.test(accountId, signal)).rejects.toMatchObject(refused);
  await expect(connections.credentials(accountId)).rejects.toMatchObject(refused);
  await expect(connections.credentialsOfList(listId)).rejects.toMatchObject(refused);
  expect(connections.savedLists(accountId)).toHaveLength(1);

  await connections.connect({ ...request, accountId }, signal);
  expect(await connections.credentials(accountId)).toMatchObject({ baseUrl: serverUrl });
});

it('opens and refreshes no sample data if they are not allowed', async () => {
  const before = await start();
  const { accountId } = await before.connections.addSampleData();

  const { connections } = await start({ allowsSampleData: false });
  const refused = { code: 'sample_data_not_allowed' };
  await expect(connections.addSampleData()).rejects.toMatchObject(refused);
  await expect(connections.credentials(accountId)).rejects.toMatchObject(refused);
  expect(connections.savedLists(accountId)).toHaveLength(1);
});

it('accepts no key while the organization’s address is unknown, but uses those it has', async () => {
  const before = await start();
  const { accountId } = await before.connections.add(request, signal);

  const { connections } = await start({ allowsConnecting: false, unreadable: ['/policy.json'] });
  const refused = { code: 'policy_unreadable', path: '/policy.json' };
  await expect(connections.add(elsewhere, signal)).rejects.toMatchObject(refused);
  await expect(connections.connect({ ...request, accountId }, signal)).rejects.toMatchObject(
    refused,
  );
  expect(await connections.credentials(accountId)).toMatchObject({ apiKey: 'right' });
});
