import { useMantineColorScheme } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '../../src-shared/preferences.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { changeLanguage } from '../texts/i18n.ts';

/**
 * Keeps the preferences. A change is shown at once and saved by the main process.
 *
 * @param onError called when a change could not be saved. Most changes are made without opening the settings.
 */
export function usePreferences(initial: Preferences, onError: (error: unknown) => void) {
  const call = useCall();
  const { i18n } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const [preferences, setPreferences] = useState(initial);
  const { density } = preferences;
  useLayoutEffect(() => {
    document.documentElement.dataset.density = density;
  }, [density]);
  const save = useMutation({
    mutationFn: (next: Preferences) => call('savePreferences', next),
    onError: (error) => onError(error),
  });

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
