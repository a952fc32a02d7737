import { useDebouncedCallback } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { AccountSettings, Layout } from '../../src-shared/account-settings.ts';
import { settingsKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { usualLayout } from './layout.ts';

/** A column that is being made wider by a held key is saved once. */
const saveDelay = 400;

/** How an account's grid is laid out, and what changes that: on screen at once, and saved a moment later. */
export function useLayout(accountId: string) {
  const call = useCall();
  const client = useQueryClient();
  const { data, isPending } = useQuery({
    queryKey: settingsKey(accountId),
    queryFn: () => call('getAccountSettings', { accountId }),
    staleTime: Infinity,
    gcTime: Infinity,
  });
  const save = useMutation({
    mutationFn: (layout: Layout | null) => call('saveLayout', { accountId, layout }),
  });
  const saveSoon = useDebouncedCallback(save.mutate, { delay: saveDelay, flushOnUnmount: true });
  const { flush } = saveSoon;
  useEffect(() => {
    addEventListener('pagehide', flush);
    return () => removeEventListener('pagehide', flush);
  }, [flush]);

  const set = (layout: Layout | null) => {
    client.setQueryData<AccountSettings>(
      settingsKey(accountId),
      (settings) => settings && { ...settings, layout },
    );
    saveSoon(layout);
  };
  return {
    /** Until then the grid must wait, or it would jump. */
    isKnown: !isPending,
    layout: data?.layout ?? usualLayout,
    isUsual: (data?.layout ?? null) === null,
    set,
    reset: () => set(null),
    saveError: save.error,
  };
}

export type Laying = ReturnType<typeof useLayout>;
