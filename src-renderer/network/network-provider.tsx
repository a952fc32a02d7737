import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { BridgeProvider, useCall } from '../bridge/bridge-context.ts';
import { NetworkContextProvider } from './network-context.ts';
import { trackNetwork } from './track-network.ts';

const millisecondsBetweenTries = 60_000;

interface NetworkProviderProps {
  accountId: string;
  /** The server is on this computer, so a lost network is no matter. */
  isLocal: boolean;
  children: ReactNode;
}

/**
 * Watches every call made below it, and the system's own word, for whether the server is in reach. While it is not, it
 * is tried each minute, so that the app comes back by itself.
 */
export function NetworkProvider({ accountId, isLocal, children }: NetworkProviderProps) {
  const call = useCall();
  /** The accounts whose servers are out of reach; a call may end when another account is on screen. */
  const [offline, setOffline] = useState<readonly string[]>([]);
  const isOffline = offline.includes(accountId);
  const { tracked, report } = useMemo(() => {
    const report = (isReached: boolean) =>
      setOffline((before) => [
        ...before.filter((other) => other !== accountId),
        ...(isReached ? [] : [accountId]),
      ]);
    return { tracked: trackNetwork(call, report), report };
  }, [accountId, call]);

  useEffect(() => {
    if (isLocal) return undefined;
    const lost = () => report(false);
    window.addEventListener('offline', lost);
    return () => window.removeEventListener('offline', lost);
  }, [isLocal, report]);

  useEffect(() => {
    if (!isOffline) return undefined;
    // The answer itself is of no interest here: what it shows is seen on its way.
    const tryAgain = () => void tracked('testConnection', { accountId }).catch(() => undefined);
    const timer = setInterval(tryAgain, millisecondsBetweenTries);
    window.addEventListener('online', tryAgain);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', tryAgain);
    };
  }, [accountId, isOffline, tracked]);

  const network = useMemo(() => ({ isOffline }), [isOffline]);
  return (
    <BridgeProvider value={tracked}>
      <NetworkContextProvider value={network}>{children}</NetworkContextProvider>
    </BridgeProvider>
  );
}
