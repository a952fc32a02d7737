import { createContext, use } from 'react';
import type { Refreshes } from './refreshes.ts';

const RefreshesContext = createContext<Refreshes | null>(null);

/** Hands the refreshes of all accounts down to whoever starts, shows or cancels one. */
export const RefreshesProvider = RefreshesContext.Provider;

export function useRefreshes(): Refreshes {
  const refreshes = use(RefreshesContext);
  if (refreshes === null) throw new Error('useRefreshes needs a RefreshesProvider above it');
  return refreshes;
}
