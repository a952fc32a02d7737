import { useQuery } from '@tanstack/react-query';
import type { TimeZone } from '../../src-shared/time-zone.ts';
import type { AccountKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { overviewQuery } from '../queries/overview-query.ts';
import { growingInterval } from '../queries/query-client.ts';

interface OverviewOptions {
  /** Months start and end in this zone. */
  timeZone: TimeZone;
  /** Nothing is read while this is false. */
  enabled: boolean;
  /** The first refresh is filling the saved list. */
  isGrowing: boolean;
}

/** Reads the totals of the saved list. */
export function useOverview(key: AccountKey, { timeZone, enabled, isGrowing }: OverviewOptions) {
  const call = useCall();
  return useQuery({
    ...overviewQuery(call, key, timeZone),
    enabled,
    refetchInterval: isGrowing && growingInterval,
  });
}
