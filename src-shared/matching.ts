import { z } from 'zod';
import { accountOrAllSchema } from './account.ts';
import { longArray } from './bounded-schemas.ts';
import { recordsSchema } from './records-schema.ts';
import { storableText } from './storable-text.ts';
import {
  differentValues,
  longestMatchedValue,
  matchedFields,
  mostMatchedValues,
} from './matched-fields.ts';

/**
 * Selects the tenants that have one of the values. Spaces around a value do not matter, and neither do equal values.
 *
 * - `id`: the tenant's id is the value. Invisible characters do not matter.
 * - `domain`: its domain is the value, in any case. The value can be a web address, or have a port.
 * - `hotline`: the number of the hotline is the value, whatever is between the digits.
 * - `name`: its whole name is the value, in any case and without accents.
 * - `any`: for each value the first of these by which a tenant has it. A value of 15 digits or more is only an id, and a
 *   value with letters is no phone number. The exact name of a hotline comes before the number of another.
 */
export const matchingSchema = z.object({
  by: z.enum(['any', ...matchedFields]),
  /** Repeated values are dropped, so that every count is one of different values. */
  values: longArray(
    z.string().max(longestMatchedValue).overwrite(storableText),
    mostMatchedValues,
  ).transform(differentValues),
});

export const matchValuesRequestSchema = z.object({
  accountId: accountOrAllSchema,
  records: recordsSchema,
  matching: matchingSchema,
});

export type Matching = z.infer<typeof matchingSchema>;

/** What was found of the values in the saved list, without any other filter. */
export interface MatchedValues {
  /** How many tenants have one of the values. Several tenants can have the same name. */
  tenants: number;
  /** The number of different values that were found. */
  found: number;
  /** The different values that no tenant has, in their order. */
  notFound: string[];
}
