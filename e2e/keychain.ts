import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import keytar from 'keytar';
import { z } from 'zod';
import type { App } from './app.ts';

const service = 'com.etelecom.tenants';

/** The part of `accounts.json` that names the keychain entries. */
const accountsSchema = z.object({ accounts: z.array(z.object({ accountId: z.string() })) });

/** What a keychain entry holds: the key and the address that it was entered with. */
const entrySchema = z.object({ version: z.literal(1), baseUrl: z.url(), apiKey: z.string() });

/**
 * Returns the API key in the system's keychain for the first account of a running app, or `null`.
 *
 * @throws Error if the app has no account.
 */
export async function keychainEntry(app: App): Promise<string | null> {
  const [accountId] = accountIds(app.dataFolder);
  if (accountId === undefined) throw new Error(`There is no account in ${app.dataFolder}`);
  return readKey(app, accountId);
}

/** Returns the API keys in the system's keychain for all accounts of a running app, in their order. */
export async function keychainEntries(app: App): Promise<(string | null)[]> {
  return Promise.all(accountIds(app.dataFolder).map((accountId) => readKey(app, accountId)));
}

/**
 * Reads an entry in the app's own process with the app's own keytar. macOS lets only the program that made an entry read
 * it without asking the user.
 */
async function readKey(app: App, accountId: string): Promise<string | null> {
  const entry: unknown = await app.evaluate(
    ({ app: electronApp }, names): unknown => {
      const { createRequire } = process.getBuiltinModule('node:module');
      const own: unknown = createRequire(`${electronApp.getAppPath()}/`)('keytar');
      const getPassword: unknown = Reflect.get(Object(own), 'getPassword');
      if (typeof getPassword !== 'function') throw new Error('keytar cannot read entries');
      return Reflect.apply(getPassword, own, names);
    },
    [service, accountId] as const,
  );
  return entry === null ? null : entrySchema.parse(JSON.parse(z.string().parse(entry))).apiKey;
}

/** Removes the keychain entries of all accounts of a data folder. Any program of the user may remove them. */
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
