import { createContext, use } from 'react';
import type { Call } from './client.ts';

const BridgeContext = createContext<Call | null>(null);

/** Hands the bridge down to every screen; what stands above decides whether it is the real one. */
export const BridgeProvider = BridgeContext.Provider;

/** The function that asks the main process. */
export function useCall(): Call {
  const call = use(BridgeContext);
  if (call === null) throw new Error('useCall needs a BridgeProvider above it');
  return call;
}
