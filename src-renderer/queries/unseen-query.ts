import { queryOptions } from '@tanstack/react-query';
import { allAccounts } from '../../src-shared/choices.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import { savedOf } from '../bridge/account-key.ts';
import type { Call } from '../bridge/call.ts';

/**
 * Counts the unseen changes of each account, by default of its tenants. The key is that of all accounts, because any
 * refresh can find changes.
 */
export function unseenQuery(call: Call, records: RecordKind = 'tenants') {
  return queryOptions({
    queryKey: [...savedOf(allAccounts), 'unseen', { records }],
    queryFn: ({ signal }) => call('getUnseen', { records }, { signal }),
  });
}
