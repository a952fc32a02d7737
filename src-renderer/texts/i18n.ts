import i18next, { type i18n } from 'i18next';
import type { Language } from '../../src-shared/preferences.ts';
import { loadLaterTexts, loadTexts } from './load-texts.ts';

const namespace = 'translation';

/** Adds the texts that the first screen does not show. */
export async function addLaterTexts(i18n: i18n): Promise<void> {
  const language = i18n.language === 'vi' ? 'vi' : 'en';
  addTexts(i18n, language, await loadLaterTexts(language));
}

function addTexts(i18n: i18n, language: Language, texts: object): void {
  const isDeep = true;
  i18n.addResourceBundle(language, namespace, texts, isDeep);
}

/**
 * Creates the translations of the app, at first in `language`. The `lang` attribute of the page follows the language.
 *
 * @param texts the texts of the first screen in `language`.
 */
export async function createI18n(language: Language, texts: object): Promise<i18n> {
  const i18n = i18next.createInstance();
  i18n.on('languageChanged', (changed) => {
    document.documentElement.lang = changed;
  });
  await i18n.init({
    resources: { [language]: { [namespace]: { ...texts } } },
    lng: language,
    // TypeScript reports missing texts, so no language stands in for another.
    fallbackLng: false,
    // React already escapes texts.
    interpolation: { escapeValue: false },
  });
  return i18n;
}

/** Loads all texts of a language and shows them. */
export async function changeLanguage(i18n: i18n, language: Language): Promise<void> {
  const [texts, later] = await Promise.all([loadTexts(language), loadLaterTexts(language)]);
  addTexts(i18n, language, texts);
  addTexts(i18n, language, later);
  await i18n.changeLanguage(language);
}
