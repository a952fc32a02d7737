import { useQuery } from '@tanstack/react-query';
import { defaultExportOptions } from '../../src-shared/choices.ts';
import type { Filter } from '../../src-shared/list-tenants.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { useStartExport } from '../export/exports-provider.tsx';
import { useList } from '../list/list-provider.tsx';
import { overviewQuery } from '../queries/overview-query.ts';
import { growingInterval } from '../queries/query-client.ts';
import { settingsQuery } from '../queries/settings-query.ts';
import { useToday } from '../ui/use-today.ts';

/** Returns the overview of the saved tenants that match a filter. */
export function useOverview(filter: Filter) {
  const call = useCall();
  const today = useToday();
  const { accountKey, timeZone, saved, isRefreshing } = useList();
  const isEmpty = saved?.state === 'none';
  const isGrowing = isRefreshing && saved?.state === 'partial';
  const { data, error } = useQuery({
    ...overviewQuery(call, accountKey, { filter, timeZone, today }),
    enabled: saved !== undefined && !isEmpty,
    refetchInterval: isGrowing && growingInterval,
  });
  return { isEmpty, data: isEmpty ? undefined : data, error };
}

/** Returns a function that exports the overview, with the options of the account's last export. */
export function useExportOverview() {
  const call = useCall();
  const { accountId } = useList().accountKey;
  const settings = useQuery(settingsQuery(call, accountId));
  const start = useStartExport();
  return (filter: Filter) =>
    start({
      accountId,
      scope: { kind: 'overview', filter },
      options: settings.data?.exportOptions ?? defaultExportOptions,
    });
}
