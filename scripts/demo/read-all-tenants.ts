import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { WireTenant } from '../../e2e/compare-sheet.ts';

const text = z
  .union([z.string(), z.number(), z.boolean()])
  .nullish()
  .transform((value) => String(value ?? ''));
const recordSchema = z.object({
  id: text,
  name: text,
  domain: text,
  status: text,
  owner_id: text,
  connection_method: text,
  connection_id: text,
  created_at: text,
  updated_at: text,
});
const responseSchema = z.object({
  tenants: z
    .array(z.unknown())
    .nullish()
    .transform((rows) => rows ?? []),
  paging: z.object({ next: text }).nullish(),
});

/**
 * Reads the whole list from the server, to compare the sheet with it. It shares no code with the app, so that it does
 * not repeat mistakes of the app's client.
 *
 * @throws Error if the server does not answer or repeats a cursor.
 */
export async function readAllTenants(baseUrl: string, apiKey: string): Promise<WireTenant[]> {
  const tenants = new Map<string, WireTenant>();
  const cursors = new Set<string>();
  let after = '';
  do {
    const { rows, next } = await readPage(baseUrl, apiKey, after);
    for (const row of rows) {
      const key = row.id === '' ? `row ${tenants.size}` : row.id;
      if (!tenants.has(key)) tenants.set(key, row);
    }
    if (cursors.has(next)) throw new Error('The server repeated a cursor');
    if (next !== '') cursors.add(next);
    after = next;
  } while (after !== '');
  return [...tenants.values()];
}

async function readPage(baseUrl: string, apiKey: string, after: string) {
  const withScheme = /^https?:/i.test(baseUrl) ? baseUrl : `https://${baseUrl}`;
  const base = withScheme.replace(/\/*(\.etelecom\/GetPartnerTenantList)?\/*$/i, '');
  let failure = 'nothing';
  for (let attempt = 1; attempt <= 8; attempt++) {
    let seconds = 1;
    try {
      const response = await post(base, apiKey, { limit: 100, ...(after !== '' && { after }) });
      const body = await response.text();
      if (response.ok) return parsePage(body);
      failure = String(response.status);
      seconds = Number(response.headers.get('Retry-After') ?? 1);
    } catch (error) {
      // A lost connection is retried.
      failure = error instanceof Error ? error.message : String(error);
    }
    await delay(1_000 * (Number.isFinite(seconds) ? Math.min(seconds, 60) : 5));
  }
  throw new Error(`The server answered ${failure}`);
}

async function post(base: string, apiKey: string, paging: object): Promise<Response> {
  const postTo = (service: string) =>
    fetch(`${base}.${service}/GetPartnerTenantList`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${apiKey}` },
      body: JSON.stringify({ filter: {}, paging }),
      redirect: 'error',
    });
  const response = await postTo('Etelecom');
  return response.status === 404 ? postTo('ETelecom') : response;
}

/** Keeps the digits of a number that JavaScript would round, such as a 19-digit id. */
const asWritten = (_key: string, value: unknown, context?: { source?: string }): unknown =>
  typeof value === 'number' && !Number.isSafeInteger(value) ? (context?.source ?? value) : value;

function parsePage(body: string): { rows: WireTenant[]; next: string } {
  const { tenants, paging } = responseSchema.parse(JSON.parse(body, asWritten));
  const rows = tenants.flatMap((row) => {
    const tenant = recordSchema.safeParse(row);
    if (!tenant.success) return [];
    // The API sends 0 for no id.
    const { id } = tenant.data;
    return [{ ...tenant.data, id: id === '0' ? '' : id }];
  });
  return { rows, next: paging?.next ?? '' };
}
