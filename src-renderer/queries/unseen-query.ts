import { queryOptions } from '@tanstack/react-query';
import { allAccounts } from '../../src-shared/choices.ts';
import { savedOf } from '../bridge/account-key.ts';
import type { Call } from '../bridge/call.ts';

/** Counts the unseen changes of each account. The key is that of all accounts, because any refresh can find changes. */
export function unseenQuery(call: Call) {
  return queryOptions({
    queryKey: [...savedOf(allAccounts), 'unseen', {}],
    queryFn: ({ signal }) => call('getUnseen', {}, { signal }),
  });
}
