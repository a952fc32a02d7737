import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addLaterTexts } from './i18n.ts';

/** Suspends the component until the texts that the first screen does not need are loaded. */
export function useLaterTexts(): void {
  const { i18n } = useTranslation();
  useSuspenseQuery({
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
