import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { accountColors, maximumNameLength } from '../../src-shared/choices.ts';
import { cutText } from '../../src-shared/cut-text.ts';
import {
  accountColorSchema,
  accountIdSchema,
  accountNameSchema,
  accountOrAllSchema,
  keyStorageSchema,
  partnerAccountSchema,
  sampleAccountSchema,
  type AccountColor,
} from '../../src-shared/account.ts';
import { defaultBaseUrl } from '../etelecom/base-url.ts';
import type { JsonFormat } from '../files/json-file.ts';

const storedPartnerSchema = partnerAccountSchema.extend({
  keyStorage: keyStorageSchema.nullable().default(null),
  /** Whether the keychain may hold a key under this account's id. */
  hasKeychainEntry: z.boolean().default(true),
});

/** The look is optional in the file, so that an invalid name or color does not cost the account. */
const optionalLook = { name: accountNameSchema.optional(), color: accountColorSchema.optional() };
const accountInFileSchema = z.preprocess(
  completeAccount,
  z.discriminatedUnion('kind', [
    storedPartnerSchema.extend(optionalLook),
    sampleAccountSchema.extend(optionalLook),
  ]),
);

/**
 * Adds the values without which an account could not be kept. An account whose id is valid is always kept: the keychain
 * entry is named after the id, and the user can only remove the key of an account that is there. If the address is
 * missing, the account is not connected, because its key must not be sent to another address.
 */
function completeAccount(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null) return stored;
  const isPartner = 'baseUrl' in stored || 'keyStorage' in stored || 'hasKeychainEntry' in stored;
  const account = { kind: isPartner ? 'partner' : 'sample', ...stored };
  if (account.kind !== 'partner' || 'baseUrl' in account) return account;
  return { ...account, baseUrl: defaultBaseUrl, keyStorage: null };
}

/** Older versions had a single account without a name, and sample data was a mode of that account. */
const oldAccountSchema = z.object({
  accountId: accountIdSchema,
  baseUrl: z.string().nullable(),
  connection: z
    .object({ kind: z.enum(['partner', 'sample']), keyStorage: keyStorageSchema })
    .nullable(),
  hasKeychainEntry: z.boolean(),
});
const oldSchema = z.object({ accounts: z.array(oldAccountSchema).min(1) });

export type StoredPartner = z.infer<typeof storedPartnerSchema>;
export type StoredAccount = StoredPartner | z.infer<typeof sampleAccountSchema>;

export interface StoredAccounts {
  /** In the order in which they were added. Their shortcuts have the same order. */
  accounts: StoredAccount[];
  /** The account that was shown last. */
  shownAccountId: string | null;
}

/**
 * Returns the format of `accounts.json`, which includes the format of older versions.
 *
 * @param sampleName the name of an account with sample data that has no valid name in the file.
 */
export function createAccountsFormat(sampleName: string): JsonFormat<StoredAccounts> {
  const schema = z.object({
    accounts: z.array(accountInFileSchema).check(rejectRepeatedIds),
    shownAccountId: accountOrAllSchema.nullable().default(null),
  });
  return {
    schema: schema.transform(({ accounts, shownAccountId }) => ({
      accounts: giveLooks(accounts, (account) =>
        account.kind === 'partner' ? hostnameOf(account.baseUrl) : sampleName,
      ),
      shownAccountId,
    })),
    defaultContent: { accounts: [], shownAccountId: null },
    upgrade: (stored) => {
      const old = oldSchema.safeParse(stored);
      return old.success ? fromOld(old.data.accounts, sampleName) : stored;
    },
  };
}

/** Reports each account whose id an earlier one has. */
export function rejectRepeatedIds({
  value,
  issues,
}: z.core.ParsePayload<{ accountId: string }[]>): void {
  const ids = new Set<string>();
  for (const [index, { accountId }] of value.entries()) {
    if (ids.has(accountId)) {
      issues.push({ code: 'custom', input: value, path: [index], message: 'The id is repeated' });
    }
    ids.add(accountId);
  }
}

interface Look {
  name: string;
  color: AccountColor;
}

/** Gives a free name and color to the accounts that have none. @param nameOf returns the name that an account then gets. */
export function giveLooks<
  Account extends { name?: string | undefined; color?: AccountColor | undefined },
>(accounts: readonly Account[], nameOf: (account: Account) => string): (Account & Look)[] {
  const named: (Account & Look)[] = [];
  for (const account of accounts) {
    const others = [...named, ...accounts];
    named.push({
      ...account,
      name: account.name ?? freeName(nameOf(account), others),
      color: account.color ?? freeColor(others),
    });
  }
  return named;
}

function fromOld(old: z.infer<typeof oldAccountSchema>[], sampleName: string): StoredAccounts {
  let accounts: StoredAccount[] = [];
  let shownAccountId: string | null = null;
  for (const { accountId, baseUrl, connection, hasKeychainEntry } of old) {
    if (baseUrl !== null) {
      const keyStorage = connection?.kind === 'partner' ? connection.keyStorage : null;
      const name = freeName(hostnameOf(baseUrl), accounts);
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

/** Returns the host without the port, or the whole text if it has no host. */
export function hostnameOf(baseUrl: string): string {
  const url = URL.parse(baseUrl);
  // Without `https://`, an address with a port is parsed, but its host is empty.
  return url === null || url.hostname === '' ? baseUrl : url.hostname;
}

/** Returns `wanted`, shortened if necessary, and with a number if another account has that name. */
export function freeName(
  wanted: string,
  accounts: readonly { name?: string | undefined }[],
): string {
  const taken = new Set(accounts.map(({ name }) => name));
  const short = cutText(wanted, (text) => text.length <= maximumNameLength - 4);
  for (let number = 1; ; number++) {
    const name = number === 1 ? short : `${short} ${number}`;
    if (!taken.has(name)) return name;
  }
}

/** Returns the first color that no account has. If all are taken, starts again with the first color. */
export function freeColor(accounts: readonly { color?: AccountColor | undefined }[]): AccountColor {
  const isFree = (color: AccountColor) => accounts.every((account) => account.color !== color);
  return (
    accountColors.find(isFree) ??
    accountColors[accounts.length % accountColors.length] ??
    accountColors[0]
  );
}
