import { z } from 'zod';
import { accountIdSchema } from './account.ts';
import { tenantSchema } from './tenant.ts';
import { pageSizes, sortFields } from './tenant-fields.ts';

export const filterSchema = z.object({
  /** Part of a tenant's name. */
  name: z.string().trim().min(1).max(200).optional(),
  /** An int64 as its digits. */
  ownerId: z
    .string()
    .regex(/^\d{1,19}$/)
    .optional(),
});

export const sortSchema = z.object({
  field: z.enum(sortFields),
  direction: z.enum(['ascending', 'descending']),
});

/** Neither cursor asks for the first page; a page's `next` goes into `after`, its `prev` into `before`. */
export const pagingSchema = z
  .object({
    after: z.string().min(1).optional(),
    before: z.string().min(1).optional(),
    limit: z.literal(pageSizes),
  })
  .refine((paging) => paging.after === undefined || paging.before === undefined, {
    error: 'A page is asked for by one cursor, after or before',
  });

/** Where the rows come from: asked of the server just now. */
export const sourceSchema = z.enum(['live']);

/** The API's own request in camelCase, for one account. Without `sort`, the server's own order. */
export const listTenantsRequestSchema = z.object({
  accountId: accountIdSchema,
  source: sourceSchema,
  filter: filterSchema,
  sort: sortSchema.optional(),
  paging: pagingSchema,
});

export const tenantPageSchema = z.object({
  tenants: z.array(tenantSchema),
  /** Opaque cursors; `null` where there is no further page. `limit` is what the server says it used. */
  paging: z.object({
    next: z.string().nullable(),
    prev: z.string().nullable(),
    limit: z.number().int(),
  }),
  source: sourceSchema,
  /** When the server answered, ISO 8601 in UTC. */
  fetchedAt: z.iso.datetime(),
  /** Rows of the answer that were not a tenant at all and could not be shown. */
  unreadableRows: z.number().int().min(0),
});

export type Filter = z.infer<typeof filterSchema>;
export type Sort = z.infer<typeof sortSchema>;
export type Paging = z.infer<typeof pagingSchema>;
export type ListTenantsRequest = z.infer<typeof listTenantsRequestSchema>;
export type TenantPage = z.infer<typeof tenantPageSchema>;
