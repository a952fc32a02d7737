import type { Language } from '../../src-shared/preferences.ts';

/** Loads the texts of the first screen. Each language is a file of its own, because only one is shown. */
export async function loadTexts(language: Language): Promise<object> {
  return language === 'vi'
    ? (await import('../../src-shared/locales/vi/first-screen/index.ts')).firstScreen
    : (await import('../../src-shared/locales/en/first-screen/index.ts')).firstScreen;
}

/** Loads the texts that the first screen does not show. */
export async function loadLaterTexts(language: Language): Promise<object> {
  return language === 'vi'
    ? (await import('../../src-shared/locales/vi/later/index.ts')).later
    : (await import('../../src-shared/locales/en/later/index.ts')).later;
}
