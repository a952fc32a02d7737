import type { MantineColorSchemeManager } from '@mantine/core';
import type { Preferences } from '../../src-shared/preferences.ts';

/**
 * Starts Mantine with the saved scheme. Mantine would keep its own copy in the page's storage; the preferences are
 * kept by the main process, so here nothing is stored or watched.
 */
export function colorSchemeFrom(saved: Preferences['colorScheme']): MantineColorSchemeManager {
  const nothing = () => undefined;
  return {
    get: () => saved,
    set: nothing,
    subscribe: nothing,
    unsubscribe: nothing,
    clear: nothing,
  };
}
