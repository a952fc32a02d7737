import type { Tenant } from '../../src-shared/tenant.ts';
import type { Connection } from './connection.ts';
import { tenantsAt } from './rows.ts';

/** One of the lists that are shown as one, each behind the one before it. */
export interface Part {
  accountId: string;
  list: number;
  length: number;
}

/** Which row of which part stands at a place of all of them. */
export function findPart<Each extends Pick<Part, 'length'>>(
  parts: readonly Each[],
  place: number,
): { part: Each; at: number; place: number } {
  let rest = place;
  for (const [at, part] of parts.entries()) {
    if (rest < part.length) return { part, at, place: rest };
    rest -= part.length;
  }
  throw new Error(`There is no row ${place}`);
}

/** The place, among the rows of all parts, of the first row of one of them. */
export function firstPlace(parts: readonly Pick<Part, 'length'>[], at: number): number {
  return parts.slice(0, at).reduce((sum, { length }) => sum + length, 0);
}

/** The tenants at these places, in this order, each with the account it is of. */
export function readTenants(
  connection: Connection,
  parts: readonly Part[],
  places: readonly number[],
): { tenants: Tenant[]; accountIds: string[] } {
  const found = places.map((place) => findPart(parts, place));
  // Of each part all at once, and then one by one in the order they are wanted in.
  const rows = parts.map(({ list }, at) =>
    tenantsAt(
      connection,
      list,
      found.flatMap((row) => (row.at === at ? [row.place] : [])),
    ).values(),
  );
  const tenants = found.flatMap(({ at }) => rows[at]?.next().value ?? []);
  return { tenants, accountIds: found.map(({ part }) => part.accountId) };
}
