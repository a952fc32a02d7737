import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppError } from '../../src-shared/errors.ts';
import type { Retry } from '../../src-shared/retry.ts';
import type { AccountKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { pageQuery } from '../queries/page-query.ts';
import { growingInterval } from '../queries/query-client.ts';
import type { PageRequest, ShownPage } from './page-request.ts';

interface PageOptions {
  /** Nothing is read while this is false. */
  enabled: boolean;
  /** The first refresh is filling the saved list. */
  isGrowing: boolean;
}

/**
 * Reads the requested page. Until it arrives, or if it fails, `shown` is still the previous page. (`keepPreviousData` of
 * TanStack Query drops the previous page after an error.)
 */
export function usePage(
  accountKey: AccountKey,
  request: PageRequest,
  { enabled, isGrowing }: PageOptions,
) {
  const call = useCall();
  const [retry, setRetry] = useState<Retry>();
  const query = useQuery({
    ...pageQuery(call, accountKey, request, setRetry),
    enabled,
    refetchInterval: isGrowing && growingInterval,
  });

  const [shown, setShown] = useState<ShownPage | null>(null);
  // The page and the request are compared: a page of 100 rows and the start of the whole list have the same query.
  const isShown = query.data === shown?.page && request === shown?.request;
  if (query.data !== undefined && !isShown) {
    setShown({ page: query.data, request });
  }

  // TanStack Query clears the error when it retries. Keep it until the answer arrives, so that its banner does not flicker.
  const [failure, setFailure] = useState<{ error: AppError; request: PageRequest } | null>(null);
  if (query.error !== null && query.error !== failure?.error) {
    setFailure({ error: query.error, request });
  }
  const isRetry = query.isPending && failure?.request === request;
  return {
    /** The last page of these records that arrived; `null` before the first one. */
    shown: shown?.request.records === request.records ? shown : null,
    error: isRetry ? failure.error : query.error,
    /** `shown` answers an earlier request. */
    isShownStale: query.data === undefined,
    isFetching: query.isFetching,
    /** Set while the app waits to repeat the request to the server. */
    retry: query.isFetching ? retry : undefined,
    refetch: () => void query.refetch(),
  };
}
