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
  /** In the order they were added, which is the order of their shortcuts. */
  accounts: z.array(storedAccountSchema),
  /** The one on screen when the app was last used. */
  shownAccountId: accountOrAllSchema.nullable(),
});

/** Until there could be several, there was one account without a name, and sample data were a mode of it. */
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
 * What `accounts.json` may hold.
 *
 * @param sampleName what an account of sample data is called where an old file does not name it.
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
      // Its list is found under the account's id again, unless that is a partner's by now.
      const sampleId = baseUrl === null ? accountId : randomUUID();
      const look = { name: freeName(sampleName, accounts), color: freeColor(accounts) };
      accounts = [...accounts, { kind: 'sample', accountId: sampleId, ...look }];
      shownAccountId = sampleId;
    }
  }
  return { accounts, shownAccountId };
}

/** The host, without the port; what cannot be taken apart, whole. */
export function hostOf(baseUrl: string): string {
  return URL.parse(baseUrl)?.hostname ?? baseUrl;
}

/** `wanted`, cut to what a name may be, and with a number where another account has that name. */
export function freeName(wanted: string, accounts: readonly { name: string }[]): string {
  const taken = new Set(accounts.map(({ name }) => name));
  const short = wanted.slice(0, maximumNameLength - 4);
  for (let number = 1; ; number++) {
    const name = number === 1 ? short : `${short} ${number}`;
    if (!taken.has(name)) return name;
  }
}

/** The first color that no account has; once all are taken, they go round. */
export function freeColor(accounts: readonly { color: AccountColor }[]): AccountColor {
  const isFree = (color: AccountColor) => accounts.every((account) => account.color !== color);
  return (
    accountColors.find(isFree) ??
    accountColors[accounts.length % accountColors.length] ??
    accountColors[0]
  );
}
