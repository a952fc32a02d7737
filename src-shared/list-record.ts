import { z } from 'zod';
import { accountIdSchema } from './account.ts';
import { longestValue } from './limits.ts';
import type { tenantFields } from './tenant-fields.ts';

/** A field that the server sends. */
export type TenantField = (typeof tenantFields)[number];

const text = z.string().max(longestValue);

const fields = {
  id: text,
  name: text,
  domain: text,
  status: text.nullable(),
  ownerId: text.nullable(),
  connectionMethod: text.nullable(),
  connectionId: text.nullable(),
  /** RFC 3339, as the server wrote it. */
  createdAt: text.nullable(),
  updatedAt: text.nullable(),
} satisfies Record<TenantField, z.ZodType>;

/**
 * A customer's PBX. Ids are strings, because 19 digits do not fit a JavaScript number. `null` means that the server sent
 * no value. A status or connection method can be any string; the app shows unknown ones unchanged.
 */
export const tenantSchema = z.object({
  ...fields,
  /** Set if the lists of several accounts are shown as one. */
  accountId: accountIdSchema.optional(),
});

export type Tenant = z.infer<typeof tenantSchema>;
