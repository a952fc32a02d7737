import { z } from 'zod';
import { accountIdSchema } from './account.ts';
import { tagSchema } from './annotations.ts';
import { changedFieldSchema } from './changes.ts';
import { namedBaselines } from './choices.ts';
import { ages, firstDays, isDay, pastDays } from './days.ts';
import { noFilter, noValue, type FilterValues } from './filter-values.ts';
import { longestSearch, longestTime, longestValue, mostFilterValues } from './limits.ts';
import { matchingSchema } from './matching.ts';
import { ownerIdSchema } from './owner-id.ts';
import { changeKinds } from './tenant-fields.ts';

/** A day of the calendar, one of some names, or nothing. */
function dayOr(names: readonly string[]) {
  return z
    .string()
    .max(longestTime)
    .refine((text) => text === '' || isDay(text) || names.includes(text), {
      error: 'This is not a day',
    });
}

const choices = z.array(z.string().max(longestValue)).max(mostFilterValues);

const valuesSchema = z.object({
  name: z.string().max(longestSearch),
  statuses: choices,
  connectionMethods: choices,
  networks: choices,
  ownerIds: z.array(ownerIdSchema).max(mostFilterValues),
  accountIds: z.array(accountIdSchema).max(mostFilterValues),
  matching: matchingSchema.optional(),
  createdFrom: dayOr(firstDays),
  createdTo: dayOr(ages),
  changedFrom: dayOr(firstDays),
  changedTo: dayOr(ages),
  change: z.enum([...changeKinds, 'any']).optional(),
  since: dayOr([...namedBaselines, ...firstDays]),
  changedField: changedFieldSchema.optional(),
  asOf: dayOr(pastDays),
  isStarred: z.boolean(),
  hasNote: z.boolean(),
  tags: z.array(tagSchema.or(z.literal(noValue))).max(mostFilterValues),
});

/** The values of a filter that are stored, such as those of a view. A value that an older version did not have is not set. */
export const filterValuesSchema: z.ZodType<FilterValues> = z.preprocess(
  (stored) => (typeof stored === 'object' && stored !== null ? { ...noFilter, ...stored } : stored),
  valuesSchema,
);
