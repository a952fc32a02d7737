import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { loadLaterTexts } from './i18n.ts';

/** Loads the texts that the first screen does not need, and then renders its children. */
export function LaterTexts({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const [areLoaded, setAreLoaded] = useState(false);
  useEffect(() => {
    void loadLaterTexts(i18n).then(() => setAreLoaded(true));
  }, [i18n]);
  return areLoaded && children;
}
