import { z } from 'zod';
import { narrowest, widest } from './choices.ts';
import { exportOptionsSchema } from './export-tenants.ts';
import { gridColumns, pageSizes, tenantFields } from './tenant-fields.ts';

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
    .transform((names) => gridColumns.filter((column) => names.includes(column))),
  /** In CSS pixels, of the columns that were resized. */
  widths: z.record(z.string(), z.number().min(narrowest).max(widest)),
  /** Rows of a page; `all` is the saved list on one page, which scrolls. */
  pageSize: z.union([z.literal(pageSizes), z.literal('all')]).default(50),
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
