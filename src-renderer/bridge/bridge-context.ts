import { createContext, use } from 'react';
import type { Call } from './call.ts';

const BridgeContext = createContext<Call | null>(null);

/** Provides the function that calls the main process. */
export const BridgeProvider = BridgeContext.Provider;

/** Returns the function that calls the main process. */
export function useCall(): Call {
  const call = use(BridgeContext);
  if (call === null) throw new Error('useCall must be used inside a BridgeProvider');
  return call;
}
