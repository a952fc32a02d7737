import { z } from 'zod';
import { accountOrAllSchema } from './account.ts';
import { allAccounts } from './choices.ts';
import { tenantSchema } from './tenant.ts';
import { changeKinds, longestLivePage, pageSizes, tenantFields } from './tenant-fields.ts';

/**
 * Which tenants are wanted; all conditions hold at once. The server knows the first two only; the saved list knows
 * all of them, and its `name` also finds domains and ids, without accents, by the beginnings of words.
 */
export const filterSchema = z.object({
  name: z.string().trim().min(1).max(200).optional(),
  /** An int64 as its digits. */
  ownerId: z
    .string()
    .regex(/^\d{1,19}$/)
    .optional(),
  /** Any of these; `null` stands for tenants that have none. */
  statuses: z.array(z.string().nullable()).min(1).optional(),
  connectionMethods: z.array(z.string().nullable()).min(1).optional(),
  /** Both ends included, RFC 3339. */
  createdFrom: z.iso.datetime({ offset: true }).optional(),
  createdTo: z.iso.datetime({ offset: true }).optional(),
  /** When the server last updated them; both ends included, RFC 3339. */
  changedSince: z.iso.datetime({ offset: true }).optional(),
  changedTo: z.iso.datetime({ offset: true }).optional(),
  /** Only what the last complete run found new, changed or gone. */
  change: z.enum(changeKinds).optional(),
});

export const sortSchema = z.object({
  field: z.enum(tenantFields),
  direction: z.enum(['ascending', 'descending']),
});

/** By the first; where that is equal, by the second; what is still equal, by id. What has no value comes last. */
export const sortsSchema = z.array(sortSchema).min(1).max(2);

/**
 * Neither cursor asks for the first page; a page's `next` goes into `after`, its `prev` into `before`. The saved list
 * also answers from a place in its order, counted from 0, wherever that is.
 */
export const pagingSchema = z
  .object({
    after: z.string().min(1).optional(),
    before: z.string().min(1).optional(),
    offset: z.number().int().min(0).optional(),
    limit: z.literal(pageSizes),
  })
  .refine(
    ({ after, before, offset }) =>
      [after, before, offset].filter((start) => start !== undefined).length <= 1,
    { error: 'A page is asked for by one of after, before and offset' },
  );

/** Where the rows come from: asked of the server just now, or from the list saved on this computer. */
export const sourceSchema = z.enum(['live', 'saved']);

/** The API's own request in camelCase. Without `sort`, the server's own order. */
export const listTenantsRequestSchema = z
  .object({
    accountId: accountOrAllSchema,
    source: sourceSchema,
    filter: filterSchema,
    sort: sortsSchema.optional(),
    paging: pagingSchema,
  })
  .refine(
    ({ source, sort, paging }) =>
      source === 'saved' ||
      ((sort?.length ?? 0) <= 1 && paging.offset === undefined && paging.limit <= longestLivePage),
    { error: 'The server sorts by one field, knows no places and gives 100 rows at most' },
  )
  .refine(({ accountId, source }) => accountId !== allAccounts || source === 'saved', {
    error: 'No server knows the tenants of all accounts',
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
  /** When the server answered, or when the run of the saved list ended; ISO 8601 in UTC. */
  fetchedAt: z.iso.datetime(),
  /** How many match in all; only the saved list knows. */
  total: z.number().int().min(0).optional(),
  /** Rows of the answer that were not a tenant at all and could not be shown. */
  unreadableRows: z.number().int().min(0),
});

export type Filter = z.infer<typeof filterSchema>;
export type Sort = z.infer<typeof sortSchema>;
export type Paging = z.infer<typeof pagingSchema>;
export type ListTenantsRequest = z.infer<typeof listTenantsRequestSchema>;
export type TenantPage = z.infer<typeof tenantPageSchema>;
