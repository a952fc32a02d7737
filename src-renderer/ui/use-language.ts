import { useTranslation } from 'react-i18next';
import type { Language } from '../../src-shared/preferences.ts';

/** Returns the language of the app. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'vi' ? 'vi' : 'en';
}
