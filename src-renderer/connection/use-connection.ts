import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account, Connection } from '../../src-shared/account.ts';
import { useCall } from '../bridge/bridge-context.ts';

/**
 * The account as it is now, and what changes it. `connectionNumber` grows with every new connection: what was
 * fetched over an earlier one must not be shown under the next.
 */
export function useConnection(initial: Account) {
  const call = useCall();
  const queryClient = useQueryClient();
  const [{ account, connectionNumber }, setState] = useState({
    account: initial,
    connectionNumber: 0,
  });
  const { accountId } = account;

  const connected = (connection: Connection | null) => {
    setState((before) => ({
      account: {
        ...before.account,
        // The sandbox's address is of no use to whoever enters a real key next.
        ...(connection?.kind === 'partner' && { baseUrl: connection.baseUrl }),
        connection,
      },
      connectionNumber: before.connectionNumber + 1,
    }));
    queryClient.removeQueries({ queryKey: [accountId] });
  };

  const connectSampleData = useMutation({
    mutationFn: () => call('connectSampleData', { accountId }),
    onSuccess: connected,
  });
  const forget = useMutation({
    mutationFn: () => call('forgetConnection', { accountId }),
    onSuccess: () => connected(null),
  });

  return { account, connectionNumber, connected, connectSampleData, forget };
}

export type AccountConnection = ReturnType<typeof useConnection>;
