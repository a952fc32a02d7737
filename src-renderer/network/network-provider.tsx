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
  const [isOffline, setIsOffline] = useState(false);
  const tracked = useMemo(
    () => trackNetwork(call, (isReached) => setIsOffline(!isReached)),
    [call],
  );

  useEffect(() => {
    if (isLocal) return undefined;
    const lost = () => setIsOffline(true);
    window.addEventListener('offline', lost);
    return () => window.removeEventListener('offline', lost);
  }, [isLocal]);

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
