import { useMantineColorScheme } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '../../src-shared/preferences.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { changeLanguage } from '../texts/i18n.ts';

/** The height of rows of the shown view. It replaces the user's own. */
export interface DensityOfView {
  density: Preferences['density'];
  onChange: (density: Preferences['density']) => void;
}

/**
 * Keeps the preferences. A change is shown at once and saved by the main process.
 *
 * @param onError called when a change could not be saved. Most changes are made without opening the settings.
 */
export function usePreferences(initial: Preferences, onError: (error: unknown) => void) {
  const call = useCall();
  const { i18n } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const [own, setOwn] = useState(initial);
  const [densityOfView, setDensityOfView] = useState<DensityOfView | null>(null);
  const density = densityOfView?.density ?? own.density;
  useLayoutEffect(() => {
    document.documentElement.dataset.density = density;
  }, [density]);
  const save = useMutation({
    mutationFn: (next: Preferences) => call('savePreferences', next),
    onError: (error) => onError(error),
  });

  const show = (next: Preferences) => {
    setOwn(next);
    setColorScheme(next.colorScheme);
    void changeLanguage(i18n, next.language);
  };
  const changePreferences = ({ density: chosen, ...changes }: Partial<Preferences>) => {
    if (chosen !== undefined) densityOfView?.onChange(chosen);
    const ownDensity = densityOfView === null ? chosen : undefined;
    const next = { ...own, ...changes, density: ownDensity ?? own.density };
    show(next);
    save.mutate(next);
  };
  return {
    preferences: { ...own, density },
    changePreferences,
    /** Shows preferences that the main process has changed. */
    show,
    /** Replaces the height of rows while a view is shown; `null` restores the user's own. */
    setDensityOfView,
    saveError: save.error,
  };
}

export type ChangeablePreferences = ReturnType<typeof usePreferences>;
