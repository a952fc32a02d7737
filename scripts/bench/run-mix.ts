import type { Paging, TenantPage } from '../../src-shared/list-tenants.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import type { BenchApp } from './app.ts';
import { listMix, type MixedQuery } from './list-mix.ts';
import { plainScan } from './plain-scan.ts';

export interface Timed {
  name: string;
  milliseconds: number;
}

/** Returns the value of some work and the milliseconds it took. */
export async function timed<Value>(work: () => Value | Promise<Value>): Promise<[Value, number]> {
  const start = performance.now();
  const value = await work();
  return [value, performance.now() - start];
}

/** Times all queries to the saved lists, up to three pages each, `rounds` times. */
export async function runMix(
  app: BenchApp,
  mix: readonly MixedQuery[],
  rounds: number,
): Promise<Timed[]> {
  const times: Timed[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const query of mix) times.push(...(await runQuery(app, query)));
  }
  return times;
}

async function runQuery(
  app: BenchApp,
  { name, records, filter, sort }: MixedQuery,
): Promise<Timed[]> {
  const times: Timed[] = [];
  let after: string | null = null;
  for (let page = 1; page <= 3; page += 1) {
    const paging: Paging = { limit: 100, ...(after !== null && { after }) };
    const [answer, milliseconds]: [TenantPage, number] = await timed(() =>
      app.list({ records, filter, paging, ...(sort && { sort }) }),
    );
    times.push({ name: `${name}, page ${page}`, milliseconds });
    after = answer.paging.next;
    if (after === null) break;
  }
  return times;
}

/** Times the same queries, first pages only, on an array of the rows. */
export async function runPlain(tenants: readonly ListRecord[]): Promise<Timed[]> {
  const [some] = tenants;
  if (some === undefined) throw new Error('The saved list is empty');
  const times: Timed[] = [];
  for (const { name, filter, sort } of listMix(some)) {
    const [, milliseconds] = await timed(() => plainScan(tenants, filter, sort));
    times.push({ name, milliseconds });
  }
  return times;
}
