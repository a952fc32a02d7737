import { createInstance, type TFunction } from 'i18next';
import { locales } from '../src-shared/locales/index.ts';
import { languages } from '../src-shared/choices.ts';
import type { Language } from '../src-shared/preferences.ts';

/** The texts of sheets and native dialogs, in any of the languages. */
export function createTranslations(): (language: Language) => TFunction {
  const instance = createInstance();
  // The texts are part of the program, so that nothing has to be waited for.
  void instance.init({
    resources: locales,
    supportedLngs: languages,
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return (language) => instance.getFixedT(language);
}
