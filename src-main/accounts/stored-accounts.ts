import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { accountColors, maximumNameLength } from '../../src-shared/choices.ts';
import {
  accountIdSchema,
  accountOrAllSchema,
  keyStorageSchema,
  partnerAccountSchema,
  sampleAccountSchema,
  type AccountColor,
} from '../../src-shared/account.ts';

const storedPartnerSchema = partnerAccountSchema.extend({
  /** Whether the keychain may hold a key under this account's id. */
  hasKeychainEntry: z.boolean(),
});
const storedAccountSchema = z.discriminatedUnion('kind', [
  storedPartnerSchema,
  sampleAccountSchema,
]);

const storedAccountsSchema = z.object({
  /** In the order in which they were added. Their shortcuts have the same order. */
  accounts: z.array(storedAccountSchema),
  /** The account that was shown last. */
  shownAccountId: accountOrAllSchema.nullable(),
});

/** Older versions had a single account without a name, and sample data was a mode of that account. */
const oldAccountSchema = z.object({
  accountId: accountIdSchema,
  baseUrl: z.string().nullable(),
  connection: z
    .object({ kind: z.enum(['partner', 'sample']), keyStorage: keyStorageSchema })
    .nullable(),
  hasKeychainEntry: z.boolean(),
});

export type StoredPartner = z.infer<typeof storedPartnerSchema>;
export type StoredAccount = z.infer<typeof storedAccountSchema>;
export type StoredAccounts = z.infer<typeof storedAccountsSchema>;

/**
 * Returns the schema of `accounts.json`, which also accepts the format of older versions.
 *
 * @param sampleName the name of an account with sample data that has no name in an old file.
 */
export function accountsFileSchema(sampleName: string): z.ZodType<StoredAccounts> {
  const oldSchema = z
    .object({ accounts: z.array(oldAccountSchema).min(1) })
    .transform(({ accounts }) => fromOld(accounts, sampleName));
  return z.union([storedAccountsSchema, oldSchema]);
}

function fromOld(old: z.infer<typeof oldAccountSchema>[], sampleName: string): StoredAccounts {
  let accounts: StoredAccount[] = [];
  let shownAccountId: string | null = null;
  for (const { accountId, baseUrl, connection, hasKeychainEntry } of old) {
    if (baseUrl !== null) {
      const keyStorage = connection?.kind === 'partner' ? connection.keyStorage : null;
      const name = freeName(hostOf(baseUrl), accounts);
      const color = freeColor(accounts);
      const partner = { accountId, name, color, baseUrl, keyStorage, hasKeychainEntry } as const;
      accounts = [...accounts, { kind: 'partner', ...partner }];
      shownAccountId ??= accountId;
    }
    if (connection?.kind === 'sample') {
      // The saved list belongs to the old account id, so keep that id unless the partner's account has it.
      const sampleId = baseUrl === null ? accountId : randomUUID();
      const look = { name: freeName(sampleName, accounts), color: freeColor(accounts) };
      accounts = [...accounts, { kind: 'sample', accountId: sampleId, ...look }];
      shownAccountId = sampleId;
    }
  }
  return { accounts, shownAccountId };
}

/** Returns the host without the port, or the whole text if it is not a URL. */
export function hostOf(baseUrl: string): string {
  return URL.parse(baseUrl)?.hostname ?? baseUrl;
}

/** Returns `wanted`, shortened if necessary, and with a number if another account has that name. */
export function freeName(wanted: string, accounts: readonly { name: string }[]): string {
  const taken = new Set(accounts.map(({ name }) => name));
  const short = wanted.slice(0, maximumNameLength - 4);
  for (let number = 1; ; number++) {
    const name = number === 1 ? short : `${short} ${number}`;
    if (!taken.has(name)) return name;
  }
}

/** Returns the first color that no account has. If all are taken, starts again with the first color. */
export function freeColor(accounts: readonly { color: AccountColor }[]): AccountColor {
  const isFree = (color: AccountColor) => accounts.every((account) => account.color !== color);
  return (
    accountColors.find(isFree) ??
    accountColors[accounts.length % accountColors.length] ??
    accountColors[0]
  );
}
