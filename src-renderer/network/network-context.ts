import { createContext, use } from 'react';

const NetworkContext = createContext({ isOffline: false });

export const NetworkContextProvider = NetworkContext.Provider;

/** Whether the server is out of reach, as far as the last call to it has shown. */
export function useNetwork() {
  return use(NetworkContext);
}
