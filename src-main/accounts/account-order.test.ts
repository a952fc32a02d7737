import { expect, it } from 'vitest';
import { allAccounts } from '../../src-shared/choices.ts';
import { prepareTestFolder } from '../files/test-folder.ts';
import { startConnections } from './test-connections.ts';

const folder = prepareTestFolder();

it('shows all accounts as one list in the order of their names', async () => {
  const outside = { entries: new Map(), keychainFault: null, leftLists: [] };
  const { connections } = await startConnections(folder.path, outside);
  const baseUrl = 'https://pbx.example.vn/v1/partner';
  const { signal } = new AbortController();
  const unordered = ['Zeta', 'Đông Á', 'Kho 10', 'Kho 2', 'an bình', 'Dũng'];
  for (const [at, name] of unordered.entries()) {
    const request = { name, baseUrl, apiKey: `key-${at}`, keyStorage: 'keychain' } as const;
    await connections.add(request, signal);
  }
  const names = connections.savedLists(allAccounts).map(({ accountName }) => accountName);
  expect(names).toEqual(['an bình', 'Dũng', 'Đông Á', 'Kho 2', 'Kho 10', 'Zeta']);
});
