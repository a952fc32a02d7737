import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import keytar from 'keytar';
import { z } from 'zod';

const service = 'com.etelecom.tenants';

/** The part of the app's file that names its keychain entries. */
const accountsSchema = z.object({ accounts: z.array(z.object({ accountId: z.string() })) });

/**
 * The key that the system's keychain holds for the first account of a data folder; `null` when it holds none. Throws
 * when the app has made no account there.
 */
export async function keychainEntry(dataFolder: string): Promise<string | null> {
  const [accountId] = accountIds(dataFolder);
  if (accountId === undefined) throw new Error(`No account was made in ${dataFolder}`);
  return keytar.getPassword(service, accountId);
}

/** The keys that the system's keychain holds for all accounts of a data folder, in their order. */
export async function keychainEntries(dataFolder: string): Promise<(string | null)[]> {
  return Promise.all(accountIds(dataFolder).map((id) => keytar.getPassword(service, id)));
}

/** Removes every keychain entry of a data folder's accounts, so that a test leaves nothing behind. */
export async function removeKeychainEntries(dataFolder: string): Promise<void> {
  await Promise.all(accountIds(dataFolder).map((id) => keytar.deletePassword(service, id)));
}

/** A test may have made the file unreadable on purpose; then there is nothing to remove. */
function accountIds(dataFolder: string): string[] {
  const file = join(dataFolder, 'accounts.json');
  if (!existsSync(file)) return [];
  try {
    const { accounts } = accountsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return accounts.map(({ accountId }) => accountId);
  } catch {
    return [];
  }
}
