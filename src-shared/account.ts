import { z } from 'zod';
import { storableText } from './storable-text.ts';
import { accountColors, allAccounts, maximumNameLength } from './choices.ts';
import { longestPastedKey } from './limits.ts';

/** Created with the account. It also names the keychain entry of the account's key, so it never changes. */
export const accountIdSchema = z.uuid();

/** One account, or all of them. */
export const accountOrAllSchema = z.union([accountIdSchema, z.literal(allAccounts)]);

/** `session` keeps the key in memory until the app quits. */
export const keyStorageSchema = z.enum(['keychain', 'session']);

export const accountColorSchema = z.enum(accountColors);

export const accountNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(maximumNameLength)
  .overwrite(storableText);

const commonFields = {
  accountId: accountIdSchema,
  name: accountNameSchema,
  color: accountColorSchema,
};

export const partnerAccountSchema = z.object({
  kind: z.literal('partner'),
  ...commonFields,
  /** The last address the account was connected to. It is kept when the key is removed. */
  baseUrl: z.string(),
  /** `null` if there is no key: it was removed, or it was kept for an earlier session only. */
  keyStorage: keyStorageSchema.nullable(),
});

/** The built-in sandbox on loopback. The user does not need a key for it. */
export const sampleAccountSchema = z.object({ kind: z.literal('sample'), ...commonFields });

/** An account as the renderer sees it. It does not contain the API key, which never crosses the bridge to the renderer. */
export const accountSchema = z.discriminatedUnion('kind', [
  partnerAccountSchema,
  sampleAccountSchema,
]);

const credentialsSchema = z.object({
  /** As typed. The main process accepts a trailing slash and a pasted endpoint. */
  baseUrl: z.string().max(2_000),
  /** As pasted. It always comes with the address, so that the renderer cannot send a stored key to another server. */
  apiKey: z.string().max(longestPastedKey),
  keyStorage: keyStorageSchema,
});

export const connectRequestSchema = credentialsSchema.extend({ accountId: accountIdSchema });

export const addAccountRequestSchema = credentialsSchema.extend({
  /** If it is empty, the account is named after the server's host. */
  name: z.string().trim().max(maximumNameLength).overwrite(storableText),
});

export type KeyStorage = z.infer<typeof keyStorageSchema>;
export type AccountColor = z.infer<typeof accountColorSchema>;
export type Account = z.infer<typeof accountSchema>;
export type PartnerAccount = z.infer<typeof partnerAccountSchema>;
export type ConnectRequest = z.infer<typeof connectRequestSchema>;
export type AddAccountRequest = z.infer<typeof addAccountRequestSchema>;
