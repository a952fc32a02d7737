import { z } from 'zod';
import { AppError } from '../../src-shared/errors.ts';
import type { ListTenantsRequest, TenantPage } from '../../src-shared/list-tenants.ts';
import type { TenantField, Tenant } from '../../src-shared/tenant.ts';
import type { liveSortFields } from '../../src-shared/tenant-fields.ts';
import { errorOfAnswer } from './errors.ts';
import { parseJsonKeepingDigits, type RawNumber } from './json.ts';
import { parseErrorBody } from './wire-error.ts';

/** What is asked of the API, for no account in particular. */
export type TenantQuery = Pick<ListTenantsRequest, 'filter' | 'sort' | 'paging'>;

/** The API's answer in the app's words. Where the rows come from and when is for the caller to say. */
export type TenantAnswer = Pick<TenantPage, 'tenants' | 'paging' | 'unreadableRows'>;

/** The API's answer for keeping. */
export interface TenantRows {
  /** The cursor of the next page; `null` at the end. */
  next: string | null;
  /** Each tenant with the JSON it was read from, in which no digit is lost, and the JSON of what is not a tenant. */
  read: () => { rows: { tenant: Tenant; raw: string }[]; unreadable: string[] };
}

const wireSortFields: Partial<Record<TenantField, string>> = {
  createdAt: 'created_at',
  updatedAt: 'updated_at',
} satisfies Record<(typeof liveSortFields)[number], string>;

/**
 * The request body. Every member is optional; `-` in front of the sort field is descending.
 *
 * @throws AppError `request_refused` for what only the saved list can filter, sort and page by: the answer would look right.
 */
export function toWireRequest({ filter, sort, paging }: TenantQuery) {
  const { name, ownerId, ...others } = filter;
  const [first, second] = sort ?? [];
  const sortField = first && wireSortFields[first.field];
  const isUnknownToServer =
    Object.values(others).some((condition) => condition !== undefined) ||
    (first !== undefined && sortField === undefined) ||
    second !== undefined ||
    paging.offset !== undefined;
  if (isUnknownToServer) {
    throw new AppError({
      code: 'request_refused',
      message: 'The server does not filter, sort or page by this',
    });
  }
  return {
    filter: { name, owner_id: ownerId },
    paging: {
      after: paging.after,
      before: paging.before,
      limit: paging.limit,
      sort: first && `${first.direction === 'descending' ? '-' : ''}${sortField}`,
    },
  };
}

const rawNumber = z.custom<RawNumber>(JSON.isRawJSON).transform(({ rawJSON }) => rawJSON);

/** Text that may be null, absent, or, where the server surprises, a number or a truth value. */
const text = z
  .union([z.string(), z.number(), z.boolean(), rawNumber])
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
  .union([z.string(), z.number().transform(String), rawNumber])
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
  const { rows, paging } = readAnswer(body);
  const tenants = rows.map(toTenant).filter((tenant) => tenant !== null);
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

/**
 * As `parseAnswer`, with the JSON of every row. The rows are read when they are asked for, so that the next page can be
 * asked of the server before.
 *
 * @throws AppError like `parseAnswer`.
 */
export function parseRows(body: string): TenantRows {
  const answer = readAnswer(body);
  return { next: answer.paging?.next ?? null, read: () => readRows(answer.rows) };
}

function readRows(answered: unknown[]): ReturnType<TenantRows['read']> {
  const rows: { tenant: Tenant; raw: string }[] = [];
  const unreadable: string[] = [];
  for (const row of answered) {
    const tenant = toTenant(row);
    const raw = JSON.stringify(row);
    if (tenant === null) unreadable.push(raw);
    else rows.push({ tenant, raw });
  }
  return { rows, unreadable };
}

function readAnswer(body: string) {
  const json = parseJsonKeepingDigits(body);
  const answer = wireAnswerSchema.safeParse(json);
  if (!answer.success) {
    // Some servers give their errors the status 200.
    const error = parseErrorBody(json);
    if (error !== null) throw errorOfAnswer(200, error, false);
    throw new AppError({ code: 'not_this_api', message: 'The answer is not a tenant list' });
  }
  return {
    rows: answer.data.tenants ?? [],
    paging: wirePagingSchema.safeParse(answer.data.paging).data,
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
