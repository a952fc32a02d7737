import { queryOptions } from '@tanstack/react-query';
import { savedOf } from '../bridge/account-key.ts';
import type { Call } from '../bridge/call.ts';

/** The tags in use, in the list of an account or of all accounts. */
export function tagsQuery(call: Call, accountId: string) {
  return queryOptions({
    queryKey: [...savedOf(accountId), 'tags'],
    queryFn: ({ signal }) => call('getTags', { accountId }, { signal }),
  });
}
