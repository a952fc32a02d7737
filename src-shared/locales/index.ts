import type { Language } from '../preferences.ts';
import { en } from './en/index.ts';
import { vi } from './vi/index.ts';

/** All texts in both languages, for i18next in the main process. The renderer loads one language at a time. */
export const locales = { en: { translation: en }, vi: { translation: vi } } satisfies Record<
  Language,
  { translation: object }
>;
