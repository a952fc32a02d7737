import { z } from 'zod';
import { exportOptionsSchema } from './export-tenants.ts';
import { tenantFields } from './tenant-fields.ts';

/**
 * How an account's grid is laid out. Tolerant of columns that come and go: a field that is not named here stands at the
 * end, visible, in its own width; one that is no longer known is dropped.
 */
export const layoutSchema = z.object({
  /** From left to right; the name is pinned to the left of them all. */
  order: z
    .array(z.string())
    .transform((names) =>
      tenantFields
        .filter((field) => names.includes(field))
        .toSorted((left, right) => names.indexOf(left) - names.indexOf(right)),
    ),
  hidden: z
    .array(z.string())
    .transform((names) => tenantFields.filter((field) => names.includes(field))),
  /** In CSS pixels, of the columns that were resized. */
  widths: z.record(z.string(), z.number().min(40).max(2000)),
});

/** What is remembered for one account, besides its connection. */
export const accountSettingsSchema = z.object({
  /** `null` for the layout the app comes with. */
  layout: layoutSchema.nullable().default(null),
  /** The choices of the last export. */
  exportOptions: exportOptionsSchema.nullable().default(null),
});

export type Layout = z.infer<typeof layoutSchema>;
export type AccountSettings = z.infer<typeof accountSettingsSchema>;
