import { createContext, use } from 'react';

const NetworkContext = createContext({ isOffline: false });

export const NetworkContextProvider = NetworkContext.Provider;

/** Returns whether the server of the shown account is unreachable, as the last call to it has shown. */
export function useNetwork() {
  return use(NetworkContext);
}
