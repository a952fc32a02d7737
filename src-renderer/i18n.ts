import i18next from 'i18next';
import { locales } from '../src-shared/locales/index.ts';
import type { Language } from '../src-shared/preferences.ts';

/** Makes the texts of the screens, in `language` until it is changed. The page's own language follows. */
export function createI18n(language: Language) {
  const i18n = i18next.createInstance();
  i18n.on('languageChanged', (changed) => {
    document.documentElement.lang = changed;
  });
  void i18n.init({
    resources: locales,
    lng: language,
    fallbackLng: 'en',
    // Everything is there from the start, so there is nothing to wait for.
    initAsync: false,
    // React escapes.
    interpolation: { escapeValue: false },
  });
  return i18n;
}
