import { useMemo, useState } from 'react';
import { allAccounts } from '../../src-shared/choices.ts';
import type { Sort } from '../../src-shared/list-tenants.ts';
import type { AccountKey } from '../bridge/account-key.ts';
import { useFilter } from '../filters/use-filter.ts';
import { useNetwork } from '../network/network-context.ts';
import { chooseSource } from '../saved-list/choose-source.ts';
import type { Refreshing } from '../saved-list/use-refresh.ts';
import type { SavedListQuery } from '../saved-list/use-saved-list.ts';
import type { ListPageSize } from './list-state.ts';
import { filtered, firstPage, initialListState, listOf } from './list-state.ts';
import { useTenants } from './use-tenants.ts';

interface Beginning {
  /** To begin with. */
  pageSize: ListPageSize;
  savedList: SavedListQuery;
  refresh: Refreshing;
}

/** The list on screen: where its rows come from, which page of which rows it is, and how the saved one is doing. */
export function useList(key: AccountKey, { pageSize, savedList, refresh }: Beginning) {
  const { isOffline } = useNetwork();
  const [wantsLive, setWantsLive] = useState(false);
  const isRefreshing = refresh.state.status === 'running';
  const saved = savedList.data;
  const showsAllAccounts = key.accountId === allAccounts;
  const chosen = chooseSource({
    wantsLive,
    isOffline,
    saved: saved ?? (savedList.error ? null : undefined),
  });
  const source = showsAllAccounts ? 'saved' : (chosen ?? 'saved');

  const [state, setState] = useState(() => initialListState(pageSize));
  // Made anew for its own reasons only: the grid goes back to its top with every new question.
  const list = useMemo(() => listOf(source, state), [source, state]);
  const isGrowing = source === 'saved' && saved?.state === 'partial' && isRefreshing;
  const tenants = useTenants(key, list, { enabled: chosen !== null, isGrowing });
  const filter = useFilter(source, (next) => setState((before) => filtered(before, next)));
  return {
    ...tenants,
    list,
    setState,
    setSort: (sort: Sort[] | undefined) => setState((before) => firstPage(before, { sort })),
    isGrowing,
    filter,
    source,
    saved,
    refresh,
    wantsLive,
    setWantsLive,
  };
}

export type List = ReturnType<typeof useList>;
