import { QueryClient } from '@tanstack/react-query';

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
