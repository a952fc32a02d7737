import { z } from 'zod';
import { accountOrAllSchema } from './account.ts';
import { periods } from './days.ts';
import { filterSchema } from './list-tenants.ts';
import { timeZones } from './time-zone.ts';

const count = z.number().int().min(0);

/** A value and how many tenants have it; `null` for those that have none. */
const valueCountSchema = z.object({ value: z.string().nullable(), count });

/** How many were created, or changed, since the first day of each period. */
const periodCountsSchema = z.record(z.enum(periods), count);

const conditionSchema = z.enum([
  'name',
  'owners',
  'statuses',
  'connectionMethods',
  'created',
  'changed',
  'change',
]);

const ownersSchema = z.object({
  /** Those with the most tenants, the largest first. */
  most: z.array(z.object({ value: z.string(), count })),
  /** How many owners there are in all. */
  count,
});

export const facetsRequestSchema = z.object({
  accountId: accountOrAllSchema,
  filter: filterSchema,
  /** Days and months start and end in this zone. */
  timeZone: z.enum(timeZones),
});

export const overviewRequestSchema = facetsRequestSchema.omit({ filter: true });

/**
 * What the saved list can be filtered by, each with how many tenants one would see. A field's counts are under all other
 * conditions of the filter but its own, so that they are what a click gives.
 */
export const facetsSchema = z.object({
  statuses: z.array(valueCountSchema),
  connectionMethods: z.array(valueCountSchema),
  owners: ownersSchema,
  created: periodCountsSchema,
  changed: periodCountsSchema,
  /** For each condition of the filter, the number of tenants that meet it, whatever the other conditions are. */
  conditions: z.partialRecord(conditionSchema, count),
});

/** How many months the overview shows. */
export const overviewMonths = 24;

/** The saved list at a glance. */
export const overviewSchema = z.object({
  total: count,
  statuses: z.array(valueCountSchema),
  /** New tenants of each month, oldest first; a month as `2026-11`, in the zone of the dates on screen. */
  months: z.array(z.object({ month: z.string(), count })).length(overviewMonths),
  owners: ownersSchema,
});

export type ValueCount = z.infer<typeof valueCountSchema>;
export type PeriodCounts = z.infer<typeof periodCountsSchema>;
export type Facets = z.infer<typeof facetsSchema>;
export type Overview = z.infer<typeof overviewSchema>;
