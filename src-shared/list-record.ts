import { z } from 'zod';
import { accountIdSchema } from './account.ts';
import { longestValue } from './limits.ts';
import type { recordFields } from './tenant-fields.ts';

/** A field that the server sends. */
export type RecordField = (typeof recordFields)[number];

const text = z.string().max(longestValue);
const textOrNull = text.nullable();

const fields = {
  id: text,
  name: text,
  status: textOrNull,
  ownerId: textOrNull,
  connectionMethod: textOrNull,
  connectionId: textOrNull,
  /** RFC 3339, as the server wrote it. */
  createdAt: textOrNull,
  updatedAt: textOrNull,
  /** Only tenants have a domain. */
  domain: text.optional(),
  /** Only hotlines have a phone number, a network and the others. */
  hotline: textOrNull.optional(),
  network: textOrNull.optional(),
  isFreeCharge: textOrNull.optional(),
  description: textOrNull.optional(),
} satisfies Record<RecordField, z.ZodType>;

/**
 * A row of a list: a tenant, which is a customer's PBX, or a hotline of the partner. Ids are strings, because 19 digits do
 * not fit a JavaScript number. `null` means that the server sent no value. A status or connection method can be any string;
 * the app shows unknown ones unchanged.
 */
export const recordSchema = z.object({
  ...fields,
  /** Set if the lists of several accounts are shown as one. */
  accountId: accountIdSchema.optional(),
});

export type ListRecord = z.infer<typeof recordSchema>;
