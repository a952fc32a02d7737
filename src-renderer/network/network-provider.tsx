import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { BridgeProvider, useCall } from '../bridge/bridge-context.ts';
import { NetworkContextProvider } from './network-context.ts';
import { trackNetwork } from './track-network.ts';

/** In milliseconds. */
const retryInterval = 60_000;

interface NetworkProviderProps {
  accountId: string;
  /** The account needs no network: its server, or all that is shown, is on this computer. */
  isLocal: boolean;
  children: ReactNode;
}

/**
 * Tracks whether the servers of the accounts are reachable, by the calls of the components inside and by the browser's
 * `offline` event. While the server of the shown account is unreachable, tests the connection each minute.
 */
export function NetworkProvider({ accountId, isLocal, children }: NetworkProviderProps) {
  const call = useCall();
  /** The accounts whose servers are unreachable. Accounts that are not shown are refreshed, too. */
  const [offline, setOffline] = useState<readonly string[]>([]);
  const isOffline = offline.includes(accountId);
  const { tracked, report } = useMemo(() => {
    const report = (reported: string, isReachable: boolean) =>
      setOffline((before) => [
        ...before.filter((other) => other !== reported),
        ...(isReachable ? [] : [reported]),
      ]);
    return { tracked: trackNetwork(call, report), report };
  }, [call]);

  useEffect(() => {
    if (isLocal) return undefined;
    const reportOffline = () => report(accountId, false);
    window.addEventListener('offline', reportOffline);
    return () => window.removeEventListener('offline', reportOffline);
  }, [accountId, isLocal, report]);

  useEffect(() => {
    if (!isOffline) return undefined;
    // Ignore errors: the tracked call reports whether the server was reached.
    const retry = () =>
      void tracked('testConnection', { accountId, isAutomatic: true }).catch(() => undefined);
    const timer = setInterval(retry, retryInterval);
    window.addEventListener('online', retry);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', retry);
    };
  }, [accountId, isOffline, tracked]);

  const network = useMemo(() => ({ isOffline }), [isOffline]);
  return (
    <BridgeProvider value={tracked}>
      <NetworkContextProvider value={network}>{children}</NetworkContextProvider>
    </BridgeProvider>
  );
}
