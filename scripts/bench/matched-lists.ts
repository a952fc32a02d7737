import type { ListRecord } from '../../src-shared/list-record.ts';
import type { BenchApp } from './app.ts';
import { timed, type Timed } from './run-mix.ts';

const matchedValues = 10_000;
const missingIds = ['1999999999999999997', '1999999999999999998', '1999999999999999999'];

/** Times the first page of the tenants that have one of 10,000 pasted ids, three of which are not found. */
export async function runMatchedLists(
  app: BenchApp,
  tenants: readonly ListRecord[],
  rounds: number,
): Promise<Timed[]> {
  const times: Timed[] = [];
  for (let list = 0; list < rounds * 3; list += 1) {
    const ids = tenants.slice(list, list + matchedValues - missingIds.length).map(({ id }) => id);
    const filter = { matching: { by: 'any' as const, values: [...ids, ...missingIds] } };
    const [, milliseconds] = await timed(() => app.list({ filter, paging: { limit: 100 } }));
    times.push({ name: `list ${list} of ids`, milliseconds });
  }
  return times;
}
