import { z } from 'zod';
import { ApiError } from './errors.ts';

/** A tenant as on the platform's public API page: ids are int64 in strings, times are RFC 3339. */
export interface SandboxTenant {
  id: string;
  name: string;
  domain: string;
  owner_id: string;
  connection_id: string;
  connection_method: 'unknown' | 'builtin' | 'direct';
  /** Z newly created, P enabled, N disabled. */
  status: 'Z' | 'P' | 'N';
  created_at: string;
  updated_at: string;
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

const requestBody = z.object({
  filter: z.object({ name: text, owner_id: text }).nullish(),
  paging: z.object({ after: text, before: text, limit: z.int32().nullish(), sort: text }).nullish(),
});

const pageCap = 100;

/**
 * Parses a request body. As in Go, unknown members are ignored and null counts as absent. As in the platform's public
 * server code, a limit of 0 or above 100 becomes 100, no cursor becomes `after: "."`, and owner 0 means any owner.
 *
 * @throws {ApiError} `malformed` if the body is not the documented JSON; `invalid_argument` for a negative limit, two
 * cursors, or an owner that is not an int64.
 */
export function parseRequest(body: string): ListRequest {
  const { filter, paging } = parseBody(body);
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
    name: filter?.name ?? '',
    ownerId: parseOwner(filter?.owner_id ?? ''),
    after: after === '' && before === '' ? '.' : after,
    before,
    limit: limit === 0 ? pageCap : Math.min(limit, pageCap),
    sort: paging?.sort ?? '',
  };
}

function parseBody(body: string): z.infer<typeof requestBody> {
  try {
    return requestBody.parse(JSON.parse(body));
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
