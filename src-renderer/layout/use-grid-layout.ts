import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Layout } from '../../src-shared/account-settings.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { settingsQuery } from '../queries/settings-query.ts';
import { defaultLayout } from './layout.ts';

/** Returns the layout of an account's grid and functions that change it. Changes are shown at once and saved. */
export function useGridLayout(accountId: string) {
  const call = useCall();
  const client = useQueryClient();
  const query = settingsQuery(call, accountId);
  const { data, isPending } = useQuery(query);
  const save = useMutation({
    mutationFn: (next: Layout) => call('saveLayout', { accountId, layout: next }),
  });
  // TanStack Query reports changes of its cache asynchronously, but a moved column must keep the focus.
  const [chosen, setChosen] = useState<Layout>();
  const layout = chosen ?? data?.layout ?? defaultLayout;
  const setLayout = (next: Layout) => {
    setChosen(next);
    client.setQueryData(query.queryKey, (settings) => settings && { ...settings, layout: next });
    save.mutate(next);
  };
  return {
    /** Render the grid only when this is true, or its columns move when the layout arrives. */
    isKnown: !isPending,
    layout,
    setLayout,
    /** Restores the default columns. The page size does not change. */
    resetColumns: () => setLayout({ ...defaultLayout, pageSize: layout.pageSize }),
    saveError: save.error,
  };
}

export type GridLayout = ReturnType<typeof useGridLayout>;
