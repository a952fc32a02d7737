import { useQueries, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { TenantPage } from '../../src-shared/list-tenants.ts';
import type { PageSize } from '../../src-shared/tenant-fields.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import type { AccountKey } from '../bridge/account-key.ts';
import { savedKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import type { Call } from '../bridge/client.ts';
import { growingInterval } from '../saved-list/use-saved-list.ts';
import type { ListState, ShownPage } from './list-state.ts';
import { chunkRows } from './list-state.ts';

/** Chunks that have been scrolled past are kept for so long: memory stays flat, and back is at once. */
const keptFor = 15_000;

/** Rows before and after those in sight that are read with them, so that a calm scroll never meets a skeleton. */
const readAhead = 50;

/** Rows that are in sight for less, in milliseconds, while the bar is dragged, are not read at all. */
const passing = 50;

const none: Tenant[] = [];

/** How many rows the grid has: those of the page, or all that match. */
export function countRows(shown: ShownPage | null): number {
  if (shown === null) return 0;
  const { page, asked } = shown;
  return asked.pageSize === 'all' ? (page.total ?? page.tenants.length) : page.tenants.length;
}

/** A part of the saved list by its place. */
function chunkQuery(
  call: Call,
  key: AccountKey,
  { filter, sort }: ListState,
  paging: { limit: PageSize; offset: number },
) {
  const { accountId } = key;
  const request = { accountId, source: 'saved' as const, filter, paging, ...(sort && { sort }) };
  return {
    queryKey: [...savedKey(key), 'chunk', request],
    queryFn: ({ signal }: { signal: AbortSignal }) => call('listTenants', request, { signal }),
    staleTime: Infinity,
    gcTime: keptFor,
  };
}

/**
 * The rows at the places that are in sight, each `undefined` while it is on its way.
 *
 * @param places of the rows to be drawn, from 0.
 * @param isGrowing the saved list is being filled right now.
 */
export function useRows(
  key: AccountKey,
  shown: ShownPage | null,
  { places, isGrowing }: { places: readonly number[]; isGrowing: boolean },
): (place: number) => Tenant | undefined {
  const call = useCall();
  const tenants = shown?.page.tenants ?? none;
  const count = countRows(shown);
  const missing = places
    .flatMap((place) => [place - readAhead, place, place + readAhead])
    .filter((place) => place >= tenants.length && place < count);
  const chunks = [...new Set(missing.map((place) => Math.floor(place / chunkRows)))];
  const results = useQueries({
    queries: shown
      ? chunks.map((chunk) => {
          const offset = chunk * chunkRows;
          const query = chunkQuery(call, key, shown.asked, { limit: chunkRows, offset });
          return {
            ...query,
            // Query aborts only what has taken its signal, so it is taken at once.
            queryFn: async ({ signal }: { signal: AbortSignal }) => {
              await new Promise((resolve) => setTimeout(resolve, passing));
              return query.queryFn({ signal });
            },
            refetchInterval: isGrowing && growingInterval,
          };
        })
      : [],
    combine: tenantsOf,
  });
  return (place) =>
    tenants[place] ?? results[chunks.indexOf(Math.floor(place / chunkRows))]?.[place % chunkRows];
}

function tenantsOf(results: UseQueryResult<TenantPage>[]): (Tenant[] | undefined)[] {
  return results.map(({ data }) => data?.tenants);
}

/** The row at a place, from 0, where it is on screen or was a moment ago. */
export function useRowAt(key: AccountKey, shown: ShownPage | null) {
  const call = useCall();
  const client = useQueryClient();
  return (place: number): Tenant | undefined => {
    if (shown === null) return undefined;
    const { page, asked } = shown;
    if (place < page.tenants.length) return page.tenants[place];
    const offset = place - (place % chunkRows);
    const { queryKey } = chunkQuery(call, key, asked, { limit: chunkRows, offset });
    return client.getQueryData<TenantPage>(queryKey)?.tenants[place % chunkRows];
  };
}

/** Reads rows by their places, whether they are on screen or not: from the first one to before the last. */
export function useReadRows(key: AccountKey, shown: ShownPage | null) {
  const call = useCall();
  const client = useQueryClient();
  return async (from: number, to: number): Promise<Tenant[]> => {
    if (shown === null) return [];
    const { page, asked } = shown;
    if (to <= page.tenants.length) return page.tenants.slice(from, to);
    const limit = 500;
    const read: Tenant[] = [];
    for (let offset = from; offset < to; offset += limit) {
      const query = chunkQuery(call, key, asked, { limit, offset });
      // Read for one purpose: nothing of it is kept.
      const { tenants } = await client.query({ ...query, gcTime: 0 });
      read.push(...tenants.slice(0, to - offset));
    }
    return read;
  };
}
