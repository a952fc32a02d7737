import { z } from 'zod';
import type { Sandbox } from './server.ts';

const responseSchema = z.object({
  code: z.string().optional(),
  msg: z.string().optional(),
  paging: z
    .strictObject({
      after: z.string(),
      before: z.string(),
      limit: z.number(),
      sort: z.string(),
      next: z.string(),
      prev: z.string(),
    })
    .optional(),
  tenants: z.array(z.unknown()).default([]),
});

export interface Paging {
  after?: string;
  before?: string;
  limit?: number;
  sort?: string;
}

/** Returns the request body for one page; for tests only. */
export function pageBody(
  paging: Paging,
  filter: { name?: string; owner_id?: string } = {},
): string {
  return JSON.stringify({ filter, paging });
}

/** Sends a request with the right key and headers, unless `change` replaces them; for tests only. */
export function post(sandbox: Sandbox, body: string, change: RequestInit = {}): Promise<Response> {
  return fetch(`${sandbox.baseUrl}.Etelecom/GetPartnerTenantList`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${sandbox.apiKey}` },
    body,
    ...change,
  });
}

/** Sends a request and returns the parsed response, an error or a page; for tests only. */
export async function ask(sandbox: Sandbox, body: string, change: RequestInit = {}) {
  const response = await post(sandbox, body, change);
  return { status: response.status, ...responseSchema.parse(await response.json()) };
}

/** Returns the ids of rows, in order; for tests only. */
export function idsOf(rows: readonly unknown[]): string[] {
  return z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map(({ id }) => id);
}
