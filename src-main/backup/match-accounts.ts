import type { AccountList } from '../accounts/account-list.ts';
import type { SavedAccount } from './backup-format.ts';

/**
 * Finds for each account of a backup file the account on this computer that seems to be the same: the one with the same
 * id, or else with the same address and name. No account is matched twice.
 *
 * @returns the ids of the matching accounts, by the ids in the file.
 */
export function matchAccounts(
  saved: readonly Pick<SavedAccount, 'accountId' | 'name' | 'baseUrl'>[],
  present: readonly Omit<AccountList, 'listId'>[],
): Map<string, string> {
  const found = new Map<string, string>();
  const taken = new Set<string>();
  const match = (
    isSame: (one: (typeof saved)[number], other: (typeof present)[number]) => boolean,
  ) => {
    for (const one of saved) {
      if (found.has(one.accountId)) continue;
      const other = present.find((each) => !taken.has(each.accountId) && isSame(one, each));
      if (other === undefined) continue;
      found.set(one.accountId, other.accountId);
      taken.add(other.accountId);
    }
  };
  match((one, other) => one.accountId === other.accountId);
  match((one, other) => one.baseUrl === other.baseUrl && one.name === other.accountName);
  return found;
}
