import i18next, { type i18n } from 'i18next';
import type { Language } from '../../src-shared/preferences.ts';

const namespace = 'translation';

/** Loads the texts of the first screen. Each language is a file of its own, because only one is shown. */
export async function loadTexts(language: Language): Promise<object> {
  return language === 'vi'
    ? (await import('../../src-shared/locales/vi/first-screen/index.ts')).firstScreen
    : (await import('../../src-shared/locales/en/first-screen/index.ts')).firstScreen;
}

async function loadLaterTexts(language: Language): Promise<object> {
  return language === 'vi'
    ? (await import('../../src-shared/locales/vi/later/index.ts')).later
    : (await import('../../src-shared/locales/en/later/index.ts')).later;
}

/** Adds the texts that the first screen does not show. */
export async function addLaterTexts(i18n: i18n): Promise<void> {
  const language = i18n.language === 'vi' ? 'vi' : 'en';
  addTexts(i18n, language, await loadLaterTexts(language));
}

function addTexts(i18n: i18n, language: Language, texts: object): void {
  const isDeep = true;
  i18n.addResourceBundle(language, namespace, texts, isDeep);
}

/** Creates the translations of the app, at first in `language`. The `lang` attribute of the page follows the language. */
export async function createI18n(language: Language): Promise<i18n> {
  const i18n = i18next.createInstance();
  i18n.on('languageChanged', (changed) => {
    document.documentElement.lang = changed;
  });
  await i18n.init({
    resources: { [language]: { [namespace]: { ...(await loadTexts(language)) } } },
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
