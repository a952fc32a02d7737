import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { UpdateStatus } from '../../src-shared/updates.ts';
import { useCall } from '../bridge/bridge-context.ts';
import type { Call } from '../bridge/call.ts';

function updateStatusQuery(call: Call) {
  return queryOptions({
    queryKey: ['updateStatus'],
    queryFn: () => call('getUpdateStatus', {}),
    staleTime: 'static',
  });
}

/** Returns what is known about a newer version, as the main process reports it; `undefined` until it is read. */
export function useUpdateStatus(): UpdateStatus | undefined {
  const call = useCall();
  const client = useQueryClient();
  const { queryKey } = updateStatusQuery(call);
  useEffect(
    () => window.bridge.onUpdateStatus((status) => client.setQueryData(queryKey, status)),
    [client, queryKey],
  );
  return useQuery(updateStatusQuery(call)).data;
}
