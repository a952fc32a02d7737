import { useMantineColorScheme } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '../../src-shared/preferences.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { changeLanguage } from '../texts/i18n.ts';

/** Keeps the preferences. A change is shown at once and saved by the main process. */
export function usePreferences(initial: Preferences) {
  const call = useCall();
  const { i18n } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const [preferences, setPreferences] = useState(initial);
  const { density } = preferences;
  useLayoutEffect(() => {
    document.documentElement.dataset.density = density;
  }, [density]);
  const save = useMutation({ mutationFn: (next: Preferences) => call('savePreferences', next) });

  const changePreferences = (changes: Partial<Preferences>) => {
    const next = { ...preferences, ...changes };
    setPreferences(next);
    setColorScheme(next.colorScheme);
    void changeLanguage(i18n, next.language);
    save.mutate(next);
  };
  return { preferences, changePreferences, saveError: save.error };
}

export type ChangeablePreferences = ReturnType<typeof usePreferences>;
