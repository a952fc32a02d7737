import { z } from 'zod';
import { accountIdSchema } from './account.ts';

/**
 * A customer's switchboard. Ids are text, because 19 digits do not fit a JavaScript number; `null` means that the
 * server has none. Status and connection method are open sets: a value nobody knew is shown as it came.
 */
export const tenantSchema = z.object({
  id: z.string(),
  name: z.string(),
  domain: z.string(),
  status: z.string().nullable(),
  ownerId: z.string().nullable(),
  connectionMethod: z.string().nullable(),
  connectionId: z.string().nullable(),
  /** RFC 3339, as the server wrote it. */
  createdAt: z.string().nullable(),
  updatedAt: z.string().nullable(),
  /** Whose it is, where the lists of several accounts are shown as one. */
  accountId: accountIdSchema.optional(),
});

export type Tenant = z.infer<typeof tenantSchema>;
/** What the server says of a tenant. */
export type TenantField = Exclude<keyof Tenant, 'accountId'>;
