import { expect, it } from 'vitest';
import { createTranslations } from '../../src-main/translations.ts';
import type { Account } from '../../src-shared/account.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import { createClock } from '../../src-shared/time-zone.ts';
import { tenantText } from './tenant-text.ts';

const options = {
  account: undefined,
  ownerName: undefined,
  t: createTranslations()('en'),
  clock: createClock('vietnam'),
  formatDate: (text: string) => text.slice(0, 'yyyy-mm-dd'.length),
};

const tenant: ListRecord = {
  ...{ id: '1108012345678901234', name: 'An Bình', domain: 'anbinh.vn', status: 'P' },
  ...{ ownerId: null, connectionMethod: 'builtin', connectionId: ' ' },
  ...{ createdAt: '2026-11-20T10:05:00Z', updatedAt: null },
};

it('has a line for each field with a value, as it is shown', () => {
  expect(tenantText(tenant, options).split('\n').toSorted()).toEqual([
    'Created (UTC+7): 2026-11-20',
    'Domain: anbinh.vn',
    'ID: 1108012345678901234',
    'Method: Built-in',
    'Name: An Bình',
    'Status: Enabled',
  ]);
});

it('has the user’s own name of the owner before its id', () => {
  const owned = { ...tenant, ownerId: '1087843787452245659' };
  expect(tenantText(owned, { ...options, ownerName: 'An Phát Group' })).toContain(
    '\nOwner: An Phát Group (1087843787452245659)\n',
  );
});

it('names the account if all accounts are shown', () => {
  const account: Account = {
    ...{ kind: 'sample', accountId: '7d8f8d2e-6f0c-4c1e-9c57-0d7a2b9d8a11' },
    ...{ name: 'Hà Nội Partner', color: 'blue' },
  };
  expect(tenantText(tenant, { ...options, account })).toMatch(/\nAccount: Hà Nội Partner$/);
});

it('guards what a spreadsheet would take for a formula, also in a further line of a value', () => {
  const name = 'An Bình\n=HYPERLINK("http://example.vn")';
  const lines = tenantText({ ...tenant, name, domain: '=1+1' }, options).split('\n');
  expect(lines.slice(0, 2)).toEqual(['Name: An Bình', `'=HYPERLINK("http://example.vn")`]);
  expect(lines).toContain('Domain: =1+1');
});
