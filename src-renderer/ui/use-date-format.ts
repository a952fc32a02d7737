import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createDateFormat } from './format.ts';

/** Shows times as the chosen language writes them; a new function only when the language changes. */
export function useDateFormat() {
  const { i18n } = useTranslation();
  const language = i18n.language === 'vi' ? 'vi' : 'en';
  return useMemo(() => createDateFormat(language), [language]);
}
