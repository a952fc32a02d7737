import { z } from 'zod';
import { ApiError } from './errors.ts';

/** What tenants and hotlines have in common. Ids are int64 in strings, times are RFC 3339. */
export interface SandboxRow {
  id: string;
  name: string;
  owner_id: string;
  connection_id: string;
  connection_method: 'unknown' | 'builtin' | 'direct';
  /** Z newly created, P enabled, N disabled. */
  status: 'Z' | 'P' | 'N';
  created_at: string;
  updated_at: string;
}

/** A tenant as on the platform's public API page. */
export interface SandboxTenant extends SandboxRow {
  domain: string;
}

/** A hotline as on the platform's public API page. It has no tenant id: only the owner and the connection relate them. */
export interface SandboxHotline extends SandboxRow {
  /** The phone number, with its leading zero. */
  hotline: string;
  /** Empty if it has none. */
  description: string;
  network: string;
  is_free_charge: boolean;
}

/** A request in which all absent members have their defaults. `limit` is the one that the server applies. */
export interface ListRequest {
  name: string;
  /** Empty means any owner. */
  ownerId: string;
  after: string;
  before: string;
  limit: number;
  sort: string;
}

/** The `paging` member of a response. */
export interface PagingResponse {
  after: string;
  before: string;
  limit: number;
  sort: string;
  next: string;
  prev: string;
}

const text = z.string().nullish();

const pagingBody = z.object({
  paging: z.object({ after: text, before: text, limit: z.int32().nullish(), sort: text }).nullish(),
});
const tenantsBody = pagingBody.extend({
  filter: z.object({ name: text, owner_id: text }).nullish(),
});

const pageCap = 100;

/**
 * Parses the body of a request for tenants. As in Go, unknown members are ignored and null counts as absent. As in the
 * platform's public server code, a limit of 0 or above 100 becomes 100, no cursor becomes `after: "."`, and owner 0 means any
 * owner.
 *
 * @throws {ApiError} `malformed` if the body is not the documented JSON; `invalid_argument` for a negative limit, two
 * cursors, or an owner that is not an int64.
 */
export function parseRequest(body: string): ListRequest {
  const { filter, paging } = parseBody(body, tenantsBody);
  return {
    ...parsePaging(paging),
    name: filter?.name ?? '',
    ownerId: parseOwner(filter?.owner_id ?? ''),
  };
}

/**
 * Parses the body of a request for hotlines, like `parseRequest`, but ignores any filter.
 *
 * @throws {ApiError} `malformed` or `invalid_argument`
 */
export function parseHotlineRequest(body: string): ListRequest {
  return { ...parsePaging(parseBody(body, pagingBody).paging), name: '', ownerId: '' };
}

function parsePaging(
  paging: z.infer<typeof pagingBody>['paging'],
): Omit<ListRequest, 'name' | 'ownerId'> {
  const after = paging?.after ?? '';
  const before = paging?.before ?? '';
  const limit = paging?.limit ?? 0;
  if (limit < 0) {
    throw new ApiError('invalid_argument', 'paging is invalid (limit outside of range)');
  }
  if (before !== '' && after !== '') {
    throw new ApiError('invalid_argument', 'paging is invalid');
  }
  return {
    after: after === '' && before === '' ? '.' : after,
    before,
    limit: limit === 0 ? pageCap : Math.min(limit, pageCap),
    sort: paging?.sort ?? '',
  };
}

function parseBody<Body>(body: string, schema: z.ZodType<Body>): Body {
  try {
    return schema.parse(JSON.parse(body));
  } catch {
    throw new ApiError('malformed', 'the json request could not be decoded');
  }
}

function parseOwner(ownerId: string): string {
  if (ownerId === '') return '';
  if (!/^-?\d{1,19}$/.test(ownerId) || BigInt.asIntN(64, BigInt(ownerId)) !== BigInt(ownerId)) {
    throw new ApiError('invalid_argument', 'Mã người quản lý (owner_id) không hợp lệ');
  }
  const owner = BigInt(ownerId);
  return owner === 0n ? '' : owner.toString();
}

/** Like `JSON.stringify`, but writes a bigint as a JSON number with all its digits. */
export function toJson(value: unknown): string {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return `[${value.map(toJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => `${JSON.stringify(name)}:${toJson(member)}`);
  return `{${members.join(',')}}`;
}
