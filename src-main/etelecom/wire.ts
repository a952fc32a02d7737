import { z } from 'zod';
import { AppError } from '../../src-shared/errors.ts';
import type { ListTenantsRequest, TenantPage } from '../../src-shared/list-tenants.ts';
import type { SortField } from '../../src-shared/tenant-fields.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import { errorOfAnswer } from './errors.ts';
import { parseErrorBody } from './wire-error.ts';

/** What is asked of the API, for no account in particular. */
export type TenantQuery = Pick<ListTenantsRequest, 'filter' | 'sort' | 'paging'>;

/** The API's answer in the app's words. Where the rows come from and when is for the caller to say. */
export type TenantAnswer = Pick<TenantPage, 'tenants' | 'paging' | 'unreadableRows'>;

const wireSortFields = {
  createdAt: 'created_at',
  updatedAt: 'updated_at',
} as const satisfies Record<SortField, string>;

/** The request body. Every member is optional; `-` in front of the sort field is descending. */
export function toWireRequest({ filter, sort, paging }: TenantQuery) {
  return {
    filter: { name: filter.name, owner_id: filter.ownerId },
    paging: {
      after: paging.after,
      before: paging.before,
      limit: paging.limit,
      sort: sort && `${sort.direction === 'descending' ? '-' : ''}${wireSortFields[sort.field]}`,
    },
  };
}

/** Text that may be null, absent, or, where the server surprises, a number or a truth value. */
const text = z
  .union([z.string(), z.number(), z.boolean()])
  .transform(String)
  .nullish()
  .transform((value) => value ?? null)
  .catch(null);

const textOrEmpty = text.transform((value) => value ?? '');
const textOrNull = text.transform((value) => (value === '' ? null : value));
/** An int64; zero means "none". */
const idOrNull = text.transform((value) => (value === '' || value === '0' ? null : value));

const wireTenantSchema = z.object({
  id: idOrNull.transform((value) => value ?? ''),
  name: textOrEmpty,
  domain: textOrEmpty,
  status: textOrNull,
  owner_id: idOrNull,
  connection_method: textOrNull,
  connection_id: idOrNull,
  created_at: textOrNull,
  updated_at: textOrNull,
});

/** A cursor that cannot be read must not pass for the end of the list. */
const cursor = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((value) => (value === '' ? null : (value ?? null)));

const wirePagingSchema = z.object({
  next: cursor,
  prev: cursor,
  limit: z.number().int().optional().catch(undefined),
});

/** Either member tells this API from some other server's JSON; a Go server writes an empty list as null. */
const wireAnswerSchema = z.union([
  z.object({
    tenants: z.array(z.unknown()),
    // What is no object at all has no cursor in it.
    paging: z.union([wirePagingSchema, z.array(z.unknown()), z.string()]).nullish(),
  }),
  z.object({ tenants: z.null().optional(), paging: wirePagingSchema }),
  z.object({ tenants: z.null(), paging: z.null().optional() }),
]);

/**
 * Reads a 200 answer. Rows are taken as they come: null or absent members, unknown values and unknown members never
 * cost a row. What is not an object at all is counted, not hidden.
 *
 * @throws AppError `not_this_api` when the text is not JSON or not of this API; another code for an error body.
 */
export function parseAnswer(body: string): TenantAnswer {
  const json = parseJsonKeepingDigits(body);
  const answer = wireAnswerSchema.safeParse(json);
  if (!answer.success) {
    // Some servers give their errors the status 200.
    const error = parseErrorBody(json);
    if (error !== null) throw errorOfAnswer(200, error);
    throw new AppError({ code: 'not_this_api', message: 'The answer is not a tenant list' });
  }
  const rows = answer.data.tenants ?? [];
  const tenants = rows.map(toTenant).filter((tenant) => tenant !== null);
  const paging = wirePagingSchema.safeParse(answer.data.paging).data;
  return {
    tenants,
    paging: {
      next: paging?.next ?? null,
      prev: paging?.prev ?? null,
      limit: paging?.limit ?? rows.length,
    },
    unreadableRows: rows.length - tenants.length,
  };
}

function toTenant(row: unknown): Tenant | null {
  const { data } = wireTenantSchema.safeParse(row);
  if (data === undefined) return null;
  return {
    id: data.id,
    name: data.name,
    domain: data.domain,
    status: data.status,
    ownerId: data.owner_id,
    connectionMethod: data.connection_method,
    connectionId: data.connection_id,
    createdAt: data.created_at,
    updatedAt: data.updated_at,
  };
}

/** The reviver's third argument, which TypeScript's library does not know yet: https://tc39.es/proposal-json-parse-with-source/ */
type ReviverWithSource = (key: string, value: unknown, context?: { source?: string }) => unknown;

/** A whole number that JavaScript would round, such as a 19-digit id, stays the digits the server wrote. */
const keepDigits: ReviverWithSource = (_key, value, context) =>
  typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
    ? context?.source
    : value;

function parseJsonKeepingDigits(body: string): unknown {
  const parse: (text: string, reviver: ReviverWithSource) => unknown = JSON.parse;
  try {
    return parse(body, keepDigits);
  } catch (error) {
    throw new AppError(
      { code: 'not_this_api', message: 'The answer is not JSON' },
      // The parser quotes the text it choked on, which may be a sign-in page; its kind is enough.
      { cause: error instanceof Error ? error.name : error },
    );
  }
}
