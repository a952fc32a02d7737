import { z } from 'zod';
import { accountColors, allAccounts, maximumNameLength } from './choices.ts';

/** Made once, with the account. Also the account name of the key's keychain entry, so it never changes. */
export const accountIdSchema = z.uuid();

/** One account, or all of them. */
export const accountOrAllSchema = z.union([accountIdSchema, z.literal(allAccounts)]);

/** `session` keeps the key in memory until the app quits. */
export const keyStorageSchema = z.enum(['keychain', 'session']);

export const accountColorSchema = z.enum(accountColors);

export const accountNameSchema = z.string().trim().min(1).max(maximumNameLength);

const ofEveryKind = {
  accountId: accountIdSchema,
  name: accountNameSchema,
  color: accountColorSchema,
};

export const partnerAccountSchema = z.object({
  kind: z.literal('partner'),
  ...ofEveryKind,
  /** The address that was connected to last; kept after the key was forgotten. */
  baseUrl: z.string(),
  /** `null` while there is no key at hand: it was forgotten, or was for an earlier session only. */
  keyStorage: keyStorageSchema.nullable(),
});

/** The built-in sandbox on loopback, which needs no key of the user's. */
export const sampleAccountSchema = z.object({ kind: z.literal('sample'), ...ofEveryKind });

/** An account as the renderer sees it. The API key is not part of it and never crosses the bridge. */
export const accountSchema = z.discriminatedUnion('kind', [
  partnerAccountSchema,
  sampleAccountSchema,
]);

const credentialsSchema = z.object({
  /** As typed; the main process understands a trailing slash and a pasted endpoint. */
  baseUrl: z.string().max(2_000),
  /** As pasted. Always asked for with the address, so that no caller can send a kept key to a place of its choice. */
  apiKey: z.string().max(20_000),
  keyStorage: keyStorageSchema,
});

export const connectRequestSchema = credentialsSchema.extend({ accountId: accountIdSchema });

export const addAccountRequestSchema = credentialsSchema.extend({
  /** Empty for one that is made from the server's host. */
  name: z.string().trim().max(maximumNameLength),
});

export type KeyStorage = z.infer<typeof keyStorageSchema>;
export type AccountColor = z.infer<typeof accountColorSchema>;
export type Account = z.infer<typeof accountSchema>;
export type PartnerAccount = z.infer<typeof partnerAccountSchema>;
export type ConnectRequest = z.infer<typeof connectRequestSchema>;
export type AddAccountRequest = z.infer<typeof addAccountRequestSchema>;
