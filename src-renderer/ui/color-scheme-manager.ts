import type { MantineColorSchemeManager } from '@mantine/core';
import type { Preferences } from '../../src-shared/preferences.ts';

/**
 * Returns a manager that gives Mantine the saved color scheme at the start. Mantine's own manager keeps a copy in the
 * page's local storage. Here the main process saves the preferences, so this one neither stores nor watches anything.
 */
export function createColorSchemeManager(
  saved: Preferences['colorScheme'],
): MantineColorSchemeManager {
  const nothing = () => undefined;
  return {
    get: () => saved,
    set: nothing,
    subscribe: nothing,
    unsubscribe: nothing,
    clear: nothing,
  };
}
