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
  /**
   * The accounts whose servers are unreachable, and when each was last tried; `null` if the system reported that it is
   * offline. Accounts that are not shown are refreshed, too.
   */
  const [offline, setOffline] = useState<ReadonlyMap<string, string | null>>(new Map());
  const isOffline = offline.has(accountId);
  const triedAt = offline.get(accountId) ?? null;
  const { tracked, reportOffline } = useMemo(() => {
    const reportOffline = (reported: string, time: string | null) =>
      setOffline((before) => new Map(before).set(reported, time ?? before.get(reported) ?? null));
    const report = (reported: string, isReachable: boolean) => {
      if (!isReachable) {
        reportOffline(reported, new Date().toISOString());
        return;
      }
      setOffline((before) => {
        if (!before.has(reported)) return before;
        const others = new Map(before);
        others.delete(reported);
        return others;
      });
    };
    return { tracked: trackNetwork(call, report), reportOffline };
  }, [call]);

  useEffect(() => {
    if (isLocal) return undefined;
    const onOffline = () => reportOffline(accountId, null);
    window.addEventListener('offline', onOffline);
    return () => window.removeEventListener('offline', onOffline);
  }, [accountId, isLocal, reportOffline]);

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

  const network = useMemo(() => ({ isOffline, triedAt }), [isOffline, triedAt]);
  return (
    <BridgeProvider value={tracked}>
      <NetworkContextProvider value={network}>{children}</NetworkContextProvider>
    </BridgeProvider>
  );
}
