import {
  preferencesSchema,
  type Language,
  type Preferences,
} from '../../src-shared/preferences.ts';

/** Returns the preferences that apply until the user chooses. Most of the defaults are in the schema. */
export function defaultPreferences(language: Language): Preferences {
  return preferencesSchema.parse({ language, colorScheme: 'auto' });
}
