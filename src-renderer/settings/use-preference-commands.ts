import { zoomPercents } from '../../src-shared/choices.ts';
import type { Preferences } from '../../src-shared/preferences.ts';
import { useCommand } from '../commands/commands-context.ts';
import type { ChangeablePreferences } from './use-preferences.ts';

/** Offers the commands that change a preference. */
export function usePreferenceCommands({ preferences, changePreferences }: ChangeablePreferences) {
  const change = (changes: Partial<Preferences>) => () => changePreferences(changes);
  const { zoomPercent } = preferences;
  const larger = zoomPercents.find((percent) => percent > zoomPercent);
  const smaller = zoomPercents.findLast((percent) => percent < zoomPercent);

  useCommand('compactRows', change({ density: 'compact' }));
  useCommand('comfortableRows', change({ density: 'comfortable' }));
  useCommand('systemColors', change({ colorScheme: 'auto' }));
  useCommand('lightColors', change({ colorScheme: 'light' }));
  useCommand('darkColors', change({ colorScheme: 'dark' }));
  useCommand('english', change({ language: 'en' }));
  useCommand('vietnamese', change({ language: 'vi' }));
  useCommand('zoomIn', larger === undefined ? null : change({ zoomPercent: larger }));
  useCommand('zoomOut', smaller === undefined ? null : change({ zoomPercent: smaller }));
  useCommand('resetZoom', zoomPercent === 100 ? null : change({ zoomPercent: 100 }));
}
