import { z } from 'zod';
import { timeZones } from './time-zone.ts';

export const languages = ['en', 'vi'] as const;
export const colorSchemes = ['auto', 'light', 'dark'] as const;

export const densities = ['comfortable', 'compact'] as const;

/** As Chromium's own steps. */
export const zoomPercents = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const;

/** Minutes between two refreshes by themselves; 0 is off. */
export const refreshIntervals = [0, 15, 60] as const;

export const preferencesSchema = z.object({
  language: z.enum(languages),
  colorScheme: z.enum(colorSchemes),
  /** Refresh at the start when the saved list is older than 15 minutes. */
  refreshOnStart: z.boolean().default(true),
  /** Vietnam's, where the customers are, unless another was chosen. */
  timeZone: z.enum(timeZones).default('vietnam'),
  refreshMinutes: z.literal(refreshIntervals).default(0),
  density: z.enum(densities).default('comfortable'),
  zoomPercent: z.literal(zoomPercents).default(100),
  /** The overview above the grid is folded out. */
  showsOverview: z.boolean().default(false),
});

export type Preferences = z.infer<typeof preferencesSchema>;
export type Language = Preferences['language'];
