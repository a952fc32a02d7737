import { z } from 'zod';

export const languages = ['en', 'vi'] as const;
export const colorSchemes = ['auto', 'light', 'dark'] as const;

export const preferencesSchema = z.object({
  language: z.enum(languages),
  colorScheme: z.enum(colorSchemes),
});

export type Preferences = z.infer<typeof preferencesSchema>;
export type Language = Preferences['language'];
