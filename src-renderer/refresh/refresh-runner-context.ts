import { createContext, use } from 'react';
import type { RefreshRunner } from './refresh-runner.ts';

const RefreshRunnerContext = createContext<RefreshRunner | null>(null);

/** Provides the runner of all refreshes. */
export const RefreshRunnerProvider = RefreshRunnerContext.Provider;

/** Returns the runner of all refreshes. */
export function useRefreshRunner(): RefreshRunner {
  const runner = use(RefreshRunnerContext);
  if (runner === null) {
    throw new Error('useRefreshRunner must be used inside a RefreshRunnerProvider');
  }
  return runner;
}
