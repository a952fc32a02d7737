import { queryOptions } from '@tanstack/react-query';
import { viewsKey } from '../bridge/account-key.ts';
import type { Call } from '../bridge/call.ts';

/** The saved views of all accounts. Only this window changes them, so they are read once. */
export function viewsQuery(call: Call) {
  return queryOptions({
    queryKey: viewsKey,
    queryFn: () => call('getViews', {}),
    staleTime: Infinity,
    gcTime: Infinity,
  });
}
