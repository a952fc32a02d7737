import { expect, it } from 'vitest';
import { matchAccounts } from './match-accounts.ts';

const server = 'https://api.etelecom.vn/v1/partner';
const saved = (accountId: string, name: string, baseUrl: string | null = server) => ({
  ...{ accountId, name, baseUrl },
});
const present = (accountId: string, accountName: string, baseUrl: string | null = server) => ({
  ...{ accountId, accountName, baseUrl },
});

it.each([
  ['the same id', [saved('1', 'A')], [present('2', 'A'), present('1', 'B')], ['1 → 1']],
  ['the same address and name', [saved('1', 'A')], [present('2', 'A')], ['1 → 2']],
  ['sample data of the same name', [saved('1', 'S', null)], [present('2', 'S', null)], ['1 → 2']],
  ['no other name', [saved('1', 'A')], [present('2', 'B')], []],
  ['no other address', [saved('1', 'A')], [present('2', 'A', 'http://127.0.0.1/v1')], []],
  ['no account for two', [saved('1', 'A'), saved('3', 'A')], [present('2', 'A')], ['1 → 2']],
  ['an id before a name', [saved('3', 'A'), saved('2', 'B')], [present('2', 'A')], ['2 → 2']],
])('finds %s', (_what, inFile, onComputer, expected) => {
  const found = matchAccounts(inFile, onComputer);
  expect(Array.from(found, ([from, to]) => `${from} → ${to}`)).toEqual(expected);
});
