import { useDebouncedCallback, useWindowEvent } from '@mantine/hooks';
import { hashKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { Layout, ListState } from '../../src-shared/account-settings.ts';
import { noFilter } from '../../src-shared/filter-values.ts';
import type { View } from '../../src-shared/views.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { defaultLayouts } from '../layout/layout.ts';
import { settingsQuery } from '../queries/settings-query.ts';
import { forNextStart } from './tabs.ts';

const defaultState: ListState = {
  ...{ viewId: null, filterValues: noFilter, sort: null, changedViews: [] },
};

/** What the list shows is saved after this pause, in milliseconds. */
const pause = 300;

interface Kept {
  accountId: string;
  state: ListState;
  /** The layout of all tenants; `null` while a view is shown. */
  layout: Layout | null;
  views: readonly View[];
}

/**
 * Keeps what the list of an account shows, for when the account is shown again and for the next start.
 *
 * @returns the error of a layout that could not be saved.
 */
export function useKeepState({ accountId, state, layout, views }: Kept) {
  const call = useCall();
  const client = useQueryClient();
  const { queryKey } = settingsQuery(call, accountId);
  const saveLayout = useMutation({
    mutationFn: (changed: Layout) => call('saveLayout', { accountId, layout: changed }),
  });
  const keepLayout = useEffectEvent((changed: Layout) => {
    const saved = client.getQueryData(queryKey)?.layout ?? defaultLayouts.tenants;
    if (hashKey([saved]) === hashKey([changed])) return;
    client.setQueryData(queryKey, (settings) => settings && { ...settings, layout: changed });
    saveLayout.mutate(changed);
  });
  useEffect(() => {
    if (layout !== null) keepLayout(layout);
  }, [layout]);

  const keepSoon = useDebouncedCallback(
    (changed: ListState) => {
      const saved = client.getQueryData(queryKey)?.listState ?? defaultState;
      if (hashKey([saved]) === hashKey([changed])) return;
      client.setQueryData(queryKey, (settings) => settings && { ...settings, listState: changed });
      const listState = forNextStart(changed, views);
      // Ignore errors: if this is not saved, only the next start shows something else.
      call('saveListState', { accountId, listState }).catch(() => undefined);
    },
    { delay: pause, flushOnUnmount: true },
  );
  useEffect(() => keepSoon(state), [keepSoon, state]);
  useWindowEvent('pagehide', () => keepSoon.flush());
  return saveLayout.error;
}
