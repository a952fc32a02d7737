import { z } from 'zod';

/** Made once, on the first start. Also the account name of the key's keychain entry, so it never changes. */
export const accountIdSchema = z.uuid();

/** `session` keeps the key in memory until the app quits. */
export const keyStorageSchema = z.enum(['keychain', 'session']);

export const connectionSchema = z.object({
  /** `sample` is the built-in sandbox on loopback, which needs no key of the user's. */
  kind: z.enum(['partner', 'sample']),
  baseUrl: z.string(),
  keyStorage: keyStorageSchema,
});

/** A partner account as the renderer sees it. The API key is not part of it and never crosses the bridge. */
export const accountSchema = z.object({
  accountId: accountIdSchema,
  /** What the connection form starts with: the address used last, or eTelecom's usual one. */
  baseUrl: z.string(),
  /** `null` until the account is connected, and again after its key was forgotten. */
  connection: connectionSchema.nullable(),
});

export const connectRequestSchema = z.object({
  accountId: accountIdSchema,
  /** As typed; the main process understands a trailing slash and a pasted endpoint. */
  baseUrl: z.string().max(2_000),
  /** As pasted. Always asked for with the address, so that no caller can send a kept key to a place of its choice. */
  apiKey: z.string().max(20_000),
  keyStorage: keyStorageSchema,
});

export type KeyStorage = z.infer<typeof keyStorageSchema>;
export type Connection = z.infer<typeof connectionSchema>;
export type Account = z.infer<typeof accountSchema>;
export type ConnectRequest = z.infer<typeof connectRequestSchema>;
