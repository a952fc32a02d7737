import i18next from 'i18next';
import { locales } from '../src-shared/locales/index.ts';
import type { Language } from '../src-shared/preferences.ts';

/** Creates the translations of the app, at first in `language`. The `lang` attribute of the page follows the language. */
export function createI18n(language: Language) {
  const i18n = i18next.createInstance();
  i18n.on('languageChanged', (changed) => {
    document.documentElement.lang = changed;
  });
  void i18n.init({
    resources: locales,
    lng: language,
    fallbackLng: 'en',
    // All texts are bundled, so initialization can be synchronous.
    initAsync: false,
    // React already escapes texts.
    interpolation: { escapeValue: false },
  });
  return i18n;
}
