import type { AccountInBackup, BackupPreview } from '../../src-shared/backup.ts';
import { tagKey } from '../../src-shared/tag-key.ts';
import type { View } from '../../src-shared/views.ts';
import type { AccountList } from '../accounts/account-list.ts';
import type { ReadBackup, SavedAccount } from './backup-format.ts';
import { matchAccounts } from './match-accounts.ts';
import { isShared } from './merge-views.ts';

/** Describes the content of a backup file. @param present the accounts on this computer. */
export function describeBackup(
  { savedAt, accounts, views, invalidEntries }: ReadBackup,
  present: readonly AccountList[],
): Pick<BackupPreview, 'savedAt' | 'accounts' | 'sharedViews' | 'invalidEntries'> {
  const suggested = matchAccounts(accounts, present);
  return {
    savedAt,
    accounts: accounts.map((account) => ({
      ...describeAccount(account, views),
      suggestedId: suggested.get(account.accountId) ?? null,
    })),
    sharedViews: views.filter(isShared).length,
    invalidEntries,
  };
}

function describeAccount(
  { accountId, name, color, baseUrl, annotations, ownerNames }: SavedAccount,
  views: readonly View[],
): Omit<AccountInBackup, 'suggestedId'> {
  const tags = new Set(annotations.flatMap((annotation) => annotation.tags.map(tagKey)));
  return {
    ...{ accountId, name, color, baseUrl },
    stars: annotations.filter(({ isStarred }) => isStarred).length,
    notes: annotations.filter(({ note }) => note !== '').length,
    tags: tags.size,
    ownerNames: ownerNames.length,
    views: views.filter((view) => view.accountId === accountId).length,
  };
}
