import { z } from 'zod';
import {
  colorSchemes,
  densities,
  fullRefreshHours,
  historyDays,
  languages,
  refreshIntervals,
  updateModes,
  zoomPercents,
} from './choices.ts';
import { timeZones } from './time-zone.ts';

export const preferencesSchema = z.object({
  language: z.enum(languages),
  colorScheme: z.enum(colorSchemes),
  /** Refresh on startup if the saved list is older than 15 minutes. */
  refreshOnStart: z.boolean().default(true),
  /** Vietnam by default, where the customers are. */
  timeZone: z.enum(timeZones).default('vietnam'),
  refreshMinutes: z.literal(refreshIntervals).default(0),
  density: z.enum(densities).default('comfortable'),
  zoomPercent: z.literal(zoomPercents).default(100),
  showsOverview: z.boolean().default(false),
  historyDays: z.literal(historyDays).default(400),
  fullRefreshHours: z.literal(fullRefreshHours).default(24),
  updates: z.enum(updateModes).default('automatic'),
});

export type Preferences = z.infer<typeof preferencesSchema>;
export type Language = Preferences['language'];
export type UpdateMode = Preferences['updates'];
