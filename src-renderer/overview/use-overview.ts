import { useQuery } from '@tanstack/react-query';
import { savedKey, type AccountKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { growingInterval } from '../saved-list/use-saved-list.ts';

interface Asking {
  /** The panel is unfolded, and there is something to show. */
  enabled: boolean;
  /** The saved list is being filled right now. */
  isGrowing: boolean;
}

/** The saved list at a glance; made anew with every refresh. */
export function useOverview(key: AccountKey, { enabled, isGrowing }: Asking) {
  const call = useCall();
  const { accountId } = key;
  return useQuery({
    queryKey: [...savedKey(key), 'overview'],
    queryFn: ({ signal }) => call('getOverview', { accountId }, { signal }),
    enabled,
    refetchInterval: isGrowing && growingInterval,
  });
}
