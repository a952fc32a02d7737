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
  hotlines: z.array(z.unknown()).default([]),
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

/** Requests tenants with the right key and headers, unless `change` replaces them; for tests only. */
export function post(sandbox: Sandbox, body: string, change: RequestInit = {}): Promise<Response> {
  return postTo(sandbox, 'GetPartnerTenantList', body, change);
}

/** Requests hotlines, like `post`; for tests only. */
export function postForHotlines(
  sandbox: Sandbox,
  body: string,
  change: RequestInit = {},
): Promise<Response> {
  return postTo(sandbox, 'GetPartnerHotlineList', body, change);
}

function postTo(
  sandbox: Sandbox,
  method: string,
  body: string,
  change: RequestInit,
): Promise<Response> {
  return fetch(`${sandbox.baseUrl}.Etelecom/${method}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${sandbox.apiKey}` },
    body,
    ...change,
  });
}

/** Requests tenants and returns the parsed response, an error or a page; for tests only. */
export async function ask(sandbox: Sandbox, body: string, change: RequestInit = {}) {
  return parseResponse(await post(sandbox, body, change));
}

/** Requests hotlines, like `ask`; for tests only. */
export async function askForHotlines(sandbox: Sandbox, body: string, change: RequestInit = {}) {
  return parseResponse(await postForHotlines(sandbox, body, change));
}

async function parseResponse(response: Response) {
  return { status: response.status, ...responseSchema.parse(await response.json()) };
}

/** Follows the cursors in one direction to the end and returns the ids of each page; for tests only. */
export async function readPages(
  send: (body: string) => ReturnType<typeof ask>,
  direction: 'after' | 'before',
  limit: number,
  sort: string,
): Promise<string[][]> {
  const pages: string[][] = [];
  let cursor = '.';
  while (cursor !== '') {
    const answer = await send(pageBody({ [direction]: cursor, limit, sort }));
    if (answer.paging === undefined) throw new Error(answer.msg);
    pages.push(idsOf([...answer.tenants, ...answer.hotlines]));
    cursor = direction === 'after' ? answer.paging.next : answer.paging.prev;
  }
  return pages;
}

/** Reads all pages from either end and returns the ids in the order of the list, both times; for tests only. */
export async function readFromBothEnds(
  send: (body: string) => ReturnType<typeof ask>,
  limit: number,
  sort: string,
): Promise<{ forward: string[]; backward: string[] }> {
  const forward = await readPages(send, 'after', limit, sort);
  const backward = await readPages(send, 'before', limit, sort);
  return { forward: forward.flat(), backward: backward.toReversed().flat() };
}

/** Returns the ids of rows, in order; for tests only. */
export function idsOf(rows: readonly unknown[]): string[] {
  return z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map(({ id }) => id);
}
