import { expect, it } from 'vitest';
import { listsByName } from './account-list.ts';
import type { StoredAccount } from './stored-accounts.ts';

it('orders the lists of all accounts by name, with numbers and Vietnamese letters in their order', () => {
  const accounts = ['Zeta', 'Đông Á', 'Kho 10', 'Kho 2', 'an bình', 'Dũng'].map(
    (name): StoredAccount => ({ kind: 'sample', accountId: name, name, color: 'blue' }),
  );
  expect(listsByName(accounts).map(({ accountName }) => accountName)).toEqual([
    ...['an bình', 'Dũng', 'Đông Á', 'Kho 2', 'Kho 10', 'Zeta'],
  ]);
});
