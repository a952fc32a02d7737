import { matchedFields } from '../../src-shared/matched-fields.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import type { BenchApp } from './app.ts';
import { timed, type Timed } from './run-mix.ts';

const matchedValues = 10_000;

/** Times the first page of the tenants that have one of 10,000 pasted ids, domains or names, each with another list. */
export async function runMatchedLists(
  app: BenchApp,
  tenants: readonly Tenant[],
  rounds: number,
): Promise<Timed[]> {
  const times: Timed[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const field of matchedFields) {
      // The last value is not found, so that every field has to be looked at.
      const values = tenants
        .slice(round, round + matchedValues - 1)
        .map((tenant) => tenant[field])
        .concat(`nobody ${round}`);
      const filter = { matching: { by: 'any' as const, values } };
      const [, milliseconds] = await timed(() => app.list({ filter, paging: { limit: 100 } }));
      times.push({ name: field, milliseconds });
    }
  }
  return times;
}
