import { queryOptions } from '@tanstack/react-query';
import { savedOf } from '../bridge/account-key.ts';
import type { Call } from '../bridge/call.ts';

/** The names of owners by their ids, in the list of an account or of all accounts. */
export function ownerNamesQuery(call: Call, accountId: string) {
  return queryOptions({
    queryKey: [...savedOf(accountId), 'ownerNames'],
    queryFn: async ({ signal }) => {
      const names = await call('getOwnerNames', { accountId }, { signal });
      return new Map(names.map(({ ownerId, name }) => [ownerId, name]));
    },
    // Only this window names owners.
    staleTime: Infinity,
  });
}
