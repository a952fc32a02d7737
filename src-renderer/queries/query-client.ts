import { QueryClient } from '@tanstack/react-query';

/**
 * How long an answer counts as fresh, in milliseconds. The app reads the first rows before it renders; within this time
 * the screen that shows them does not read them again.
 */
export const startupStaleTime = 1000;

/** How often a list is read again while its first refresh fills it, in milliseconds. */
export const growingInterval = 1000;

/**
 * Creates the cache of the main process's answers. It never retries or pauses a query: the main process knows the
 * server's retry rules and whether the computer is offline.
 */
export function createQueryClient() {
  const always = { networkMode: 'always', retry: false } as const;
  return new QueryClient({
    defaultOptions: {
      queries: { ...always, refetchOnWindowFocus: false, refetchOnReconnect: false },
      mutations: always,
    },
  });
}
