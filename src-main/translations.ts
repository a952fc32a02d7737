import { createInstance, type TFunction } from 'i18next';
import { locales } from '../src-shared/locales/index.ts';
import { languages } from '../src-shared/choices.ts';
import type { Language } from '../src-shared/preferences.ts';

/** Creates a function that returns the texts of sheets and native dialogs in a language. */
export function createTranslations(): (language: Language) => TFunction {
  const instance = createInstance();
  // The texts are bundled, so this completes synchronously.
  void instance.init({
    resources: locales,
    supportedLngs: languages,
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return (language) => instance.getFixedT(language);
}
