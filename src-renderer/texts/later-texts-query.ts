import { queryOptions } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { addLaterTexts } from './i18n.ts';

/** Loads the texts that the first screen does not show, once. */
export function laterTextsQuery(i18n: i18n) {
  return queryOptions({
    // Without the language: a change of the language loads all texts.
    queryKey: ['laterTexts'],
    queryFn: async () => {
      await addLaterTexts(i18n);
      return null;
    },
    staleTime: 'static',
    gcTime: Infinity,
  });
}
