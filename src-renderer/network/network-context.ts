import { createContext, use } from 'react';

interface Network {
  isOffline: boolean;
  /** When the server was last tried without success; `null` while it is reachable, or if nothing was tried. */
  triedAt: string | null;
}

const NetworkContext = createContext<Network>({ isOffline: false, triedAt: null });

export const NetworkContextProvider = NetworkContext.Provider;

/** Returns whether the server of the shown account is unreachable, as the last call to it has shown. */
export function useNetwork() {
  return use(NetworkContext);
}
