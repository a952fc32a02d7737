import { z } from 'zod';
import { accountIdSchema, accountOrAllSchema } from './account.ts';
import { baselineSchema, changedFieldSchema, type Change } from './changes.ts';
import { tagSchema, type Annotation } from './annotations.ts';
import { allAccounts } from './choices.ts';
import { longestCursor, longestTime, longestValue, mostFilterValues } from './limits.ts';
import { matchingSchema } from './matching.ts';
import type { ListRecord, RecordField } from './list-record.ts';
import { ownerIdSchema } from './owner-id.ts';
import { recordsSchema } from './records-schema.ts';
import { serverFilterSchema } from './server-filter.ts';
import {
  annotationFields,
  changeKinds,
  longestLivePage,
  pageSizes,
  recordFields,
} from './tenant-fields.ts';

const filterValues = z.array(z.string().max(longestValue).nullable()).min(1).max(mostFilterValues);
const time = z.iso.datetime({ offset: true }).max(longestTime);

/**
 * Selects tenants that meet all conditions. The server supports `name` and one owner only. The saved list supports all of
 * them, and its `name` also searches domains, ids, notes, tags and names of owners, without accents, from the beginning of
 * each word.
 */
export const filterSchema = z.object({
  name: serverFilterSchema.shape.name,
  /** Any of these. */
  ownerIds: z.array(ownerIdSchema).min(1).max(mostFilterValues).optional(),
  /** Of all accounts: any of these. Ignored for the list of one account. */
  accountIds: z.array(accountIdSchema).min(1).max(mostFilterValues).optional(),
  /** Any of these; `null` for tenants without a status. */
  statuses: filterValues.optional(),
  /** Any of these; `null` for tenants without a connection method. */
  connectionMethods: filterValues.optional(),
  /** Of hotlines: any of these; `null` for hotlines without a network. */
  networks: filterValues.optional(),
  /** Only tenants that have one of these values. */
  matching: matchingSchema.optional(),
  /** RFC 3339; both ends are included. */
  createdFrom: time.optional(),
  createdTo: time.optional(),
  /** When the server last updated the tenant; RFC 3339, both ends are included. */
  changedFrom: time.optional(),
  changedTo: time.optional(),
  /** Only tenants that are new, changed or gone since the baseline `since`, or any of these. */
  change: z.enum([...changeKinds, 'any']).optional(),
  /** With `change`: the baseline. Default: the run before the last complete run. */
  since: baselineSchema.optional(),
  /** With `change`: only changes of this field. */
  changedField: changedFieldSchema.optional(),
  /** The list as it was at this time, instead of as it is now. Not together with `change`. RFC 3339. */
  asOf: time.optional(),
  isStarred: z.literal(true).optional(),
  hasNote: z.literal(true).optional(),
  /** Any of these; `null` for tenants without tags. */
  tags: z.array(tagSchema.nullable()).min(1).max(mostFilterValues).optional(),
});

const sortSchema = z.object({
  /**
   * Rows can be sorted by `foundAt` only if the filter has a `change`. They are then in that order by default, newest
   * first. The tenants of all accounts can be sorted by `account`, in the order of the accounts' names.
   */
  field: z.enum([...recordFields, ...annotationFields, 'foundAt', 'account']),
  direction: z.enum(['ascending', 'descending']),
});

/** Rows that are equal by the first field are sorted by the second, then by id. Rows without a value come last. */
export const sortsSchema = z.array(sortSchema).min(1).max(2);

/**
 * Without a cursor, a request returns the first page. A page's `next` is the `after` of the following page, and its `prev`
 * the `before` of the preceding one. The saved list also supports `offset`, the position of the page's first row.
 */
const pagingSchema = z
  .object({
    after: z.string().min(1).max(longestCursor).optional(),
    before: z.string().min(1).max(longestCursor).optional(),
    offset: z.number().int().min(0).optional(),
    limit: z.literal(pageSizes),
  })
  .refine(
    ({ after, before, offset }) =>
      [after, before, offset].filter((start) => start !== undefined).length <= 1,
    { error: 'Only one of after, before and offset can be set' },
  );

/** Whether rows come from the server or from the list saved on this computer. */
export const sourceSchema = z.enum(['live', 'saved']);

/** The request of the API in camelCase. Without `sort`, rows have the server's default order. */
export const listTenantsRequestSchema = z
  .object({
    accountId: accountOrAllSchema,
    records: recordsSchema,
    source: sourceSchema,
    filter: filterSchema,
    sort: sortsSchema.optional(),
    paging: pagingSchema,
  })
  .refine(
    ({ source, sort, paging }) =>
      source === 'saved' ||
      ((sort?.length ?? 0) <= 1 && paging.offset === undefined && paging.limit <= longestLivePage),
    { error: 'The server supports one sort field, no offset and at most 100 rows per page' },
  )
  .refine(({ source, filter }) => source === 'saved' || (filter.ownerIds?.length ?? 0) <= 1, {
    error: 'The server supports one owner',
  })
  .refine(
    ({ filter, sort }) =>
      filter.change !== undefined || sort?.some(({ field }) => field === 'foundAt') !== true,
    { error: 'Only changes can be sorted by when they were found' },
  )
  .refine(
    ({ accountId, sort }) =>
      accountId === allAccounts || sort?.some(({ field }) => field === 'account') !== true,
    { error: 'Only the tenants of all accounts can be sorted by account' },
  )
  .refine(({ filter }) => filter.change === undefined || filter.asOf === undefined, {
    error: 'The changes of a past list cannot be listed',
  })
  .refine(({ accountId, source }) => accountId !== allAccounts || source === 'saved', {
    error: 'The tenants of all accounts can only be listed from saved lists',
  })
  .refine(({ records, source }) => records !== 'hotlines' || source === 'saved', {
    error: 'Hotlines can only be listed from saved lists',
  });

export type Filter = z.infer<typeof filterSchema>;
export type Sort = z.infer<typeof sortSchema>;
/** A sort by a value of the tenants. */
export type FieldSort = Sort & { field: RecordField };
export type Paging = z.infer<typeof pagingSchema>;
export type ListTenantsRequest = z.infer<typeof listTenantsRequestSchema>;

/** A tenant as it is listed. */
export interface ListedRecord extends ListRecord {
  /** What has changed since the baseline, if the filter has a `change`. `foundAt` is when the last of the changes was found. */
  change?: Change;
  /** Not set if the tenant has no star, note or tags. */
  annotation?: Annotation;
  /** The user's own name of the owner, if there is one. */
  ownerName?: string;
  /** Of a tenant: the numbers of all hotlines of its owner. Not set if there are none, or if they were never read. */
  hotlines?: readonly string[];
}

export interface TenantPage {
  tenants: ListedRecord[];
  paging: {
    /** Opaque cursors; `null` if there is no such page. */
    next: string | null;
    prev: string | null;
    /** The limit that the server applied. */
    limit: number;
  };
  source: z.infer<typeof sourceSchema>;
  /** When the server answered, or when the run of the saved list ended; ISO 8601 in UTC. */
  fetchedAt: string;
  /** The number of matching tenants. Only the saved list knows it. */
  total?: number;
  /** Rows of the response that were not tenants and cannot be shown. */
  unreadableRows: number;
}
