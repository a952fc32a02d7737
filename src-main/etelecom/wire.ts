import { z } from 'zod';
import { AppError } from '../../src-shared/errors.ts';
import { isServerId } from '../../src-shared/server-id.ts';
import type { ListTenantsRequest, Sort, TenantPage } from '../../src-shared/list-tenants.ts';
import { recordKinds, type RecordKind } from '../../src-shared/record-kinds.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import type { liveSortFields } from '../../src-shared/tenant-fields.ts';
import { parseJsonKeepingDigits } from './json.ts';
import { limits } from './limits.ts';
import { rawNumber, tooLarge, toRecord } from './wire-rows.ts';

/** What the API can be asked: which rows, in which order, which page. */
export type TenantQuery = Pick<ListTenantsRequest, 'filter' | 'sort' | 'paging'>;

/** The API's answer in the app's words. The caller knows the source of the rows and when they were fetched. */
export type TenantAnswer = Pick<TenantPage, 'tenants' | 'paging' | 'unreadableRows'>;

/** The rows of a page that is going to be saved. */
export interface ReadRows {
  /** Each record with the JSON it was parsed from, which keeps every digit of a number. */
  rows: { tenant: ListRecord; raw: string }[];
  /** The JSON of each row that is not an object. */
  unreadable: string[];
}

/** The API's answer for saving. */
export interface RowsAnswer {
  /** The cursor of the next page; `null` on the last page. */
  next: string | null;
  /** Whether the answer names another order than the requested one. A server that names none may have ignored it. */
  hasOtherSort: boolean;
  read: () => ReadRows;
}

const wireSortFields: Partial<Record<Sort['field'], string>> = {
  createdAt: 'created_at',
  updatedAt: 'updated_at',
} satisfies Record<(typeof liveSortFields)[number], string>;

/**
 * Returns the request body. Every member is optional. A `-` before the sort field means descending.
 *
 * @throws AppError `request_refused` for a filter, sort or paging that only the saved list supports. The server would
 * ignore it and answer with the wrong rows.
 */
export function toWireRequest({ filter, sort, paging }: TenantQuery) {
  const { name, ownerIds = [], ...others } = filter;
  const [ownerId, ...otherOwners] = ownerIds;
  const [first, second] = sort ?? [];
  const isUnknownToServer =
    otherOwners.length > 0 ||
    (ownerId !== undefined && !isServerId(ownerId)) ||
    Object.values(others).some((condition) => condition !== undefined) ||
    (first !== undefined && wireSortFields[first.field] === undefined) ||
    second !== undefined ||
    paging.offset !== undefined;
  if (isUnknownToServer) {
    throw new AppError({
      code: 'request_refused',
      message: 'The server does not support this filter, sort or paging',
    });
  }
  return {
    filter: { name, owner_id: ownerId },
    paging: {
      after: paging.after,
      before: paging.before,
      limit: paging.limit,
      sort: first && toWireSort(first),
    },
  };
}

function toWireSort({ field, direction }: Sort): string {
  return `${direction === 'descending' ? '-' : ''}${wireSortFields[field]}`;
}

/** A cursor. An unreadable one must fail, because it would otherwise look like the end of the list. */
const cursor = z
  .union([z.string(), z.number().transform(String), rawNumber])
  .nullish()
  .transform((value) => (value === '' ? null : (value ?? null)));

const wirePagingSchema = z.object({
  next: cursor,
  prev: cursor,
  limit: z.number().int().optional().catch(undefined),
  sort: z.string().optional().catch(undefined),
});

/** Either member shows that the JSON is from this API. A Go server writes an empty list as null. */
const wireAnswerSchema = z.union([
  z.object({
    rows: z.array(z.unknown()),
    // A value that is not an object has no cursor.
    paging: z.union([wirePagingSchema, z.array(z.unknown()), z.string()]).nullish(),
  }),
  z.object({ rows: z.null().optional(), paging: wirePagingSchema }),
]);

/** An answer that was cut: it names the list but has neither rows nor paging. */
const cutAnswerSchema = z.object({ rows: z.null(), paging: z.null().optional() });

/** The members of an answer. Its rows have the name of their kind. */
const answerMembersSchema = z.looseObject({ paging: z.unknown().optional() });

/**
 * Parses the body of a 200 answer. A row may have null, absent, unknown or additional members. A row that is not an
 * object is counted as unreadable.
 *
 * @param mustBeWhole whether the end of the list must be certain, because all pages are read. See `assertWhole`.
 * @throws AppError `not_this_api` if the body is not JSON or not from this API, `answer_incomplete`, or
 * `answer_too_large`.
 */
export function parseAnswer(body: Uint8Array, { mustBeWhole = false } = {}): TenantAnswer {
  const { rows = [], paging } = readAnswer(body, 'tenants', mustBeWhole);
  const tenants = rows.map(toRecord.tenants).filter((tenant) => tenant !== null);
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
 * Parses an answer like `parseAnswer`, and keeps the JSON of every row. Only the cursor is read at once; the rows are read
 * by `read`, so that the next page can be requested first.
 *
 * @param records what the rows are; by default tenants.
 * @param sort the order that was requested.
 * @throws AppError like `parseAnswer`. `read` throws `answer_too_large`.
 */
export function parseRows(
  body: Uint8Array,
  { records = 'tenants', sort }: { records?: RecordKind; sort?: Sort } = {},
): RowsAnswer {
  const { rows, paging } = readAnswer(body, records, true);
  const echo = paging?.sort ?? '';
  return {
    next: paging?.next ?? null,
    hasOtherSort: sort !== undefined && echo !== '' && echo !== toWireSort(sort),
    read: () => readRows(rows ?? [], records),
  };
}

function readRows(answered: unknown[], records: RecordKind): ReadRows {
  const rows: ReadRows['rows'] = [];
  const unreadable: ReadRows['unreadable'] = [];
  for (const row of answered) {
    const tenant = toRecord[records](row);
    const raw = JSON.stringify(row);
    if (raw.length > limits.textBytes) throw tooLarge('row');
    if (tenant === null) unreadable.push(raw);
    else rows.push({ tenant, raw });
  }
  return { rows, unreadable };
}

function readAnswer(body: Uint8Array, records: RecordKind, mustBeWhole: boolean) {
  const members = answerMembersSchema.safeParse(parseJsonKeepingDigits(body)).data;
  // A server that does not know the call could answer with its other list.
  const isOtherList =
    members?.[records] === undefined && recordKinds.some((kind) => members?.[kind] !== undefined);
  const found =
    members && !isOtherList ? { rows: members[records], paging: members.paging } : undefined;
  const answer = wireAnswerSchema.safeParse(found);
  if (!answer.success) {
    throw cutAnswerSchema.safeParse(found).success
      ? incomplete('it has neither rows nor paging')
      : new AppError({ code: 'not_this_api', message: `The answer is not a list of ${records}` });
  }
  const rows = answer.data.rows ?? undefined;
  const paging = wirePagingSchema.safeParse(answer.data.paging).data;
  if (mustBeWhole) assertWhole(rows, paging);
  if ((rows?.length ?? 0) > limits.rowsOfPage) throw tooLarge('list of rows');
  const cursorLength = Math.max(paging?.next?.length ?? 0, paging?.prev?.length ?? 0);
  if (cursorLength > limits.cursorLength) throw tooLarge('cursor');
  return { rows, paging };
}

/**
 * Every documented answer has a paging object, and its missing `next` is the end of the list. Without that object, the end
 * would be a guess, and an answer that was cut would pass for the whole list. An answer without rows must also show the
 * `limit` that the server echoes.
 */
function assertWhole(
  rows: unknown[] | undefined,
  paging: z.infer<typeof wirePagingSchema> | undefined,
): void {
  if (paging === undefined) throw incomplete('it has no paging');
  if (rows === undefined && paging.limit === undefined) throw incomplete('it has no rows');
}

function incomplete(reason: string): AppError {
  return new AppError({
    code: 'answer_incomplete',
    message: `The answer is incomplete: ${reason}`,
  });
}
