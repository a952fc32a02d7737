import { queryOptions } from '@tanstack/react-query';
import type { Baseline } from '../../src-shared/changes.ts';
import { listOf, savedKey, type AccountKey } from '../bridge/account-key.ts';
import type { Call } from '../bridge/call.ts';

/** How many records of a saved list are new, changed or gone since a baseline. */
export function changesQuery(call: Call, key: AccountKey, since: Baseline) {
  const request = { ...listOf(key), since };
  return queryOptions({
    queryKey: [...savedKey(key), 'changes', request],
    queryFn: ({ signal }) => call('getChanges', request, { signal }),
  });
}
