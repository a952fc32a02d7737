import { useQueries, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { ListedRecord, TenantPage } from '../../src-shared/list-tenants.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { growingInterval } from '../queries/query-client.ts';
import { rowsQuery } from '../queries/rows-query.ts';
import { useList } from './list-provider.tsx';
import { chunkSize, type ShownPage } from './page-request.ts';

/** How many rows above and below the window are read ahead, so that slow scrolling never shows unread rows. */
const readAhead = 50;

/** Rows that pass through the window faster than this are not read, in milliseconds. */
const readDelay = 50;

const noTenants: ListedRecord[] = [];

/** Returns how many rows the grid has: those of the page, or all rows if the page is the whole list. */
export function countRows(shown: ShownPage | null): number {
  if (shown === null) return 0;
  const { page, request } = shown;
  return request.pageSize === 'all' ? (page.total ?? page.tenants.length) : page.tenants.length;
}

/**
 * Reads the rows at the given positions.
 *
 * @param positions from 0.
 * @returns a function that returns the row at a position; `undefined` until it has been read.
 */
export function useRows(
  positions: readonly number[],
): (position: number) => ListedRecord | undefined {
  const call = useCall();
  const { accountKey, shown, isGrowing } = useList();
  const tenants = shown?.page.tenants ?? noTenants;
  const count = countRows(shown);
  const missing = positions
    .flatMap((position) => [position - readAhead, position, position + readAhead])
    .filter((position) => position >= tenants.length && position < count);
  const chunks = [...new Set(missing.map((position) => Math.floor(position / chunkSize)))];
  const results = useQueries({
    queries: shown
      ? chunks.map((chunk) => ({
          ...rowsQuery(call, accountKey, {
            ...shown.request,
            ...{ offset: chunk * chunkSize, limit: chunkSize, delay: readDelay },
          }),
          refetchInterval: isGrowing && growingInterval,
        }))
      : [],
    combine: tenantsOf,
  });
  return (position) =>
    tenants[position] ??
    results[chunks.indexOf(Math.floor(position / chunkSize))]?.[position % chunkSize];
}

/** Outside of the hook, so that TanStack Query combines the results only when they change. */
function tenantsOf(results: UseQueryResult<TenantPage>[]): (ListedRecord[] | undefined)[] {
  return results.map(({ data }) => data?.tenants);
}

/** Returns a function that returns the row at a position from 0, if it is on screen or was there a moment ago. */
export function useRowAt(): (position: number) => ListedRecord | undefined {
  const call = useCall();
  const client = useQueryClient();
  const { accountKey, shown } = useList();
  return (position) => {
    if (shown === null) return undefined;
    const { page, request } = shown;
    if (position < page.tenants.length) return page.tenants[position];
    const offset = position - (position % chunkSize);
    const query = rowsQuery(call, accountKey, { ...request, offset, limit: chunkSize, delay: 0 });
    return client.getQueryData(query.queryKey)?.tenants[position % chunkSize];
  };
}

/** Returns a function that reads the row at a position from 0, together with its chunk if that was not read yet. */
export function useReadRow(): (position: number) => Promise<ListedRecord | undefined> {
  const call = useCall();
  const client = useQueryClient();
  const { accountKey, shown } = useList();
  return async (position) => {
    if (shown === null) return undefined;
    const { page, request } = shown;
    if (position < page.tenants.length) return page.tenants[position];
    const offset = position - (position % chunkSize);
    const query = rowsQuery(call, accountKey, { ...request, offset, limit: chunkSize, delay: 0 });
    return (await client.query(query)).tenants[position % chunkSize];
  };
}

/** Returns a function that reads the rows from one position up to, but not including, another. */
export function useReadRows(): (from: number, to: number) => Promise<ListedRecord[]> {
  const call = useCall();
  const client = useQueryClient();
  const { accountKey, shown } = useList();
  return async (from, to) => {
    if (shown === null) return [];
    const { page, request } = shown;
    if (to <= page.tenants.length) return page.tenants.slice(from, to);
    const limit = 500;
    const read: ListedRecord[] = [];
    for (let offset = from; offset < to; offset += limit) {
      const query = rowsQuery(call, accountKey, { ...request, offset, limit, delay: 0 });
      // These rows are needed only once, so they are not kept in the cache.
      const { tenants } = await client.query({ ...query, gcTime: 0 });
      read.push(...tenants.slice(0, to - offset));
    }
    return read;
  };
}
