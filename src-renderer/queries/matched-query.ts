import { queryOptions } from '@tanstack/react-query';
import type { Matching } from '../../src-shared/matching.ts';
import { listOf, savedKey, type AccountKey } from '../bridge/account-key.ts';
import type { Call } from '../bridge/call.ts';

/** How many of the matched values a saved list has, and which it does not have. */
export function matchedQuery(call: Call, key: AccountKey, matching: Matching) {
  return queryOptions({
    queryKey: [...savedKey(key), 'matched', matching],
    queryFn: ({ signal }) => call('matchValues', { ...listOf(key), matching }, { signal }),
  });
}
