import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountSettings, Layout } from '../../src-shared/account-settings.ts';
import { settingsKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { defaultLayout } from './layout.ts';
import { settingsQuery } from './settings-query.ts';

/** How an account's grid is laid out, and what changes that: on screen at once, and saved. */
export function useLayout(accountId: string) {
  const call = useCall();
  const client = useQueryClient();
  const { data, isPending } = useQuery(settingsQuery(call, accountId));
  const save = useMutation({
    mutationFn: (next: Layout) => call('saveLayout', { accountId, layout: next }),
  });
  // Query tells of what it holds a moment later; the focus must go with its column at once.
  const [chosen, setChosen] = useState<Layout>();
  const layout = chosen ?? data?.layout ?? defaultLayout;
  const set = (next: Layout) => {
    setChosen(next);
    client.setQueryData<AccountSettings>(
      settingsKey(accountId),
      (settings) => settings && { ...settings, layout: next },
    );
    save.mutate(next);
  };
  return {
    /** Until then the grid must wait, or it would jump. */
    isKnown: !isPending,
    layout,
    set,
    /** The columns as the app comes with them; the page stays as long as it is. */
    reset: () => set({ ...defaultLayout, pageSize: layout.pageSize }),
    saveError: save.error,
  };
}

export type Laying = ReturnType<typeof useLayout>;
