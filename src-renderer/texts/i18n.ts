import i18next, { type i18n } from 'i18next';
import type { Language } from '../../src-shared/preferences.ts';

const namespace = 'translation';

/** Loads the texts of a language. Each language is a file of its own, because the first screen needs only one. */
export async function loadTexts(language: Language): Promise<object> {
  return language === 'vi'
    ? (await import('../../src-shared/locales/vi/page.ts')).page
    : (await import('../../src-shared/locales/en/page.ts')).page;
}

/** Loads the texts that the first screen does not need. */
async function loadLaterTexts(language: Language): Promise<object> {
  return language === 'vi'
    ? (await import('../../src-shared/locales/vi/later.ts')).later
    : (await import('../../src-shared/locales/en/later.ts')).later;
}

/** Adds the texts that the first screen does not need. */
export async function addLaterTexts(i18n: i18n): Promise<void> {
  const language = i18n.language === 'vi' ? 'vi' : 'en';
  i18n.addResourceBundle(language, namespace, await loadLaterTexts(language));
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
  i18n.addResourceBundle(language, namespace, { ...texts, ...later });
  await i18n.changeLanguage(language);
}
