import type { AccountWork } from './account-work.ts';
import type { AccountsFile } from './accounts-file.ts';
import type { Connections } from './connections.ts';

interface Parts {
  accountsFile: AccountsFile;
  connections: Connections;
  work: AccountWork;
  /** Deletes the saved lists of an account, also those of its earlier addresses. */
  removeLists: (accountId: string) => Promise<unknown>;
  /** Deletes the stars, notes, tags and names of owners of all lists of an account. */
  removeAnnotations: (accountId: string) => Promise<unknown>;
  /** Removes the files that were set aside and may contain something of the account. */
  removeKeptFiles: (accountId: string) => Promise<void>;
  /** What is remembered for each account, such as the grid's layout. */
  accountSettings: { remove: (accountId: string) => Promise<void> };
  recentExports: { remove: (accountId: string) => Promise<void> };
  views: { removeAccount: (accountId: string) => Promise<void> };
  /** The exports that the operating system runs. */
  scheduledExports: { removeAccount: (accountId: string) => Promise<void> };
}

/**
 * Removes an account with its key, its saved lists, its annotations, its settings, its views and its scheduled exports from
 * this computer. Its running work is canceled, and new work is refused meanwhile. The question that the user confirms
 * lists all that is removed.
 *
 * The key comes first: if the keychain fails, nothing is changed. The account comes last: if a step in between fails, the
 * account can be removed again.
 *
 * @param signal ends the wait for the keychain.
 * @throws AppError `not_connected`, `account_leaving`, `keychain_*`, from the store, or with a file code.
 */
export async function removeAccount(
  accountId: string,
  parts: Parts,
  signal?: AbortSignal,
): Promise<void> {
  const { accountsFile, connections, work, removeLists, removeAnnotations } = parts;
  const { removeKeptFiles, accountSettings, recentExports, views, scheduledExports } = parts;
  await work.leave(accountId, async () => {
    // Throws if there is no such account.
    accountsFile.get(accountId);
    await connections.removeKey(accountId, signal);
    await removeLists(accountId);
    await removeAnnotations(accountId);
    await accountSettings.remove(accountId);
    await recentExports.remove(accountId);
    await scheduledExports.removeAccount(accountId);
    await views.removeAccount(accountId);
    // The changes above can set files aside.
    await removeKeptFiles(accountId);
    await accountsFile.remove(accountId);
  });
}
