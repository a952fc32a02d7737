import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import keytar from 'keytar';
import { z } from 'zod';

const service = 'com.etelecom.tenants';

/** The part of `accounts.json` that names the keychain entries. */
const accountsSchema = z.object({ accounts: z.array(z.object({ accountId: z.string() })) });

/** What a keychain entry holds: the key and the address that it was entered with. */
const entrySchema = z.object({ version: z.literal(1), baseUrl: z.url(), apiKey: z.string() });

/**
 * Returns the API key in the system's keychain for the first account of a data folder, or `null`.
 *
 * @throws Error if the folder has no account.
 */
export async function keychainEntry(dataFolder: string): Promise<string | null> {
  const [accountId] = accountIds(dataFolder);
  if (accountId === undefined) throw new Error(`There is no account in ${dataFolder}`);
  return readKey(accountId);
}

/** Returns the API keys in the system's keychain for all accounts of a data folder, in their order. */
export async function keychainEntries(dataFolder: string): Promise<(string | null)[]> {
  return Promise.all(accountIds(dataFolder).map(readKey));
}

async function readKey(accountId: string): Promise<string | null> {
  const entry = await keytar.getPassword(service, accountId);
  return entry === null ? null : entrySchema.parse(JSON.parse(entry)).apiKey;
}

/** Removes the keychain entries of all accounts of a data folder. */
export async function removeKeychainEntries(dataFolder: string): Promise<void> {
  await Promise.all(accountIds(dataFolder).map((id) => keytar.deletePassword(service, id)));
}

/** Returns the ids of a data folder's accounts; none if a test has damaged the file. */
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
