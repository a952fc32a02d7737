import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppError } from '../../src-shared/errors.ts';
import type { ListTenantsRequest } from '../../src-shared/list-tenants.ts';
import type { AccountKey } from '../bridge/account-key.ts';
import { liveKey, savedKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import type { Call } from '../bridge/client.ts';
import { justNow } from '../query-client.ts';
import { growingInterval } from '../saved-list/use-saved-list.ts';
import type { ListState, ShownPage } from './list-state.ts';

interface Asking {
  /** Not before it is known where to ask. */
  enabled: boolean;
  /** The saved list is being filled right now. */
  isGrowing: boolean;
}

/** The page that `state` asks for. */
export function pageQuery(call: Call, key: AccountKey, state: ListState) {
  const { source, filter, sort, paging } = state;
  const request: ListTenantsRequest = {
    accountId: key.accountId,
    source,
    filter,
    paging,
    ...(sort && { sort }),
  };
  return {
    queryKey: [...(source === 'saved' ? savedKey(key) : liveKey(key)), 'page', request],
    queryFn: ({ signal }: { signal: AbortSignal }) => call('listTenants', request, { signal }),
    // Whoever asks the server itself wants to know it now.
    staleTime: source === 'saved' ? justNow : 0,
  };
}

/**
 * Fetches the page that `state` asks for. `shown` is that page or, until it has come and also when it does not come,
 * the one before it: what was on screen stays there. (Query's own keepPreviousData lets go of it on an error.)
 */
export function useTenants(key: AccountKey, state: ListState, { enabled, isGrowing }: Asking) {
  const call = useCall();
  const query = useQuery({
    ...pageQuery(call, key, state),
    enabled,
    refetchInterval: isGrowing && growingInterval,
  });

  const [shown, setShown] = useState<ShownPage | null>(null);
  // The first page and the beginning of a list that scrolls can be the same answer to two questions.
  const isShown = query.data === shown?.page && state === shown?.asked;
  if (query.data !== undefined && !isShown) {
    setShown({ page: query.data, asked: state });
  }

  // Query forgets the error when it asks once more; its banner stays until the answer, or the rows would jump.
  const [failure, setFailure] = useState<{ error: AppError; asked: ListState } | null>(null);
  if (query.error !== null && query.error !== failure?.error) {
    setFailure({ error: query.error, asked: state });
  }
  const isTriedAgain = query.isPending && failure?.asked === state;
  return {
    shown,
    error: isTriedAgain ? failure.error : query.error,
    /** The rows shown are those of an earlier question. */
    isShownStale: query.data === undefined,
    isFetching: query.isFetching,
    refetch: () => void query.refetch(),
  };
}
