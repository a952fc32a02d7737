import { QueryClient } from '@tanstack/react-query';

/** In milliseconds: what was asked for so lately, at the start, is not asked for again by the screen that shows it. */
export const justNow = 1000;

/**
 * The cache of what the main process answered. Trying again and being offline are the main process's business: it
 * knows what the server asked for, so nothing is retried or held back here, and only people refresh.
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
