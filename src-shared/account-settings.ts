import { z } from 'zod';
import { boundedRecord } from './bounded-schemas.ts';
import { densities, narrowest, widest } from './choices.ts';
import type { ExportOptions } from './export-tenants.ts';
import { filterValuesSchema } from './filter-values-schema.ts';
import { mostColumns, mostViews } from './limits.ts';
import { sortsSchema } from './list-tenants.ts';
import { recordKinds } from './record-kinds.ts';
import {
  gridColumns,
  isKnown,
  hotlineColumns,
  tenantColumns,
  optionalColumns,
  pageSizes,
} from './tenant-fields.ts';

const columnName = z.string().max(mostColumns);

/**
 * The layout of an account's grid. Columns may be added or removed between versions of the app: a column that the layout
 * does not name is at the end in its default width, and a name that is no longer known is dropped.
 */
export const layoutSchema = z
  .object({
    /** What the columns are of. An older version had only tenants. */
    records: z.enum(recordKinds).default('tenants'),
    /** From left to right. The name column is always pinned to the left of these. */
    order: z
      .array(columnName)
      .max(mostColumns)
      .transform((names) =>
        [...new Set([...tenantColumns, ...hotlineColumns])]
          .filter((column) => names.includes(column))
          .toSorted((left, right) => names.indexOf(left) - names.indexOf(right)),
      ),
    hidden: z
      .array(columnName)
      .max(mostColumns)
      .transform((names) => gridColumns.filter((column) => names.includes(column))),
    /** Widths of resized columns, in CSS pixels. */
    widths: boundedRecord(columnName, z.number().min(narrowest).max(widest), mostColumns),
    /** Rows per page. `all` shows the whole saved list on one page. */
    pageSize: z.union([z.literal(pageSizes), z.literal('all')]).default(50),
  })
  .transform(({ hidden, ...layout }) => ({
    ...layout,
    // Optional columns are new. They are hidden until the user shows them, also if an older version has saved the layout.
    hidden: gridColumns.filter(
      (column) =>
        hidden.includes(column) ||
        (isKnown(optionalColumns, column) && !layout.order.includes(column)),
    ),
  }));

/** What a layout without valid values has. */
export const emptyLayout = { order: [], hidden: [], widths: {} };

export type Layout = z.infer<typeof layoutSchema>;

const chosenSortSchema = sortsSchema.nullable();

/** What a view shows, apart from the page. */
export const shownListSchema = z.object({
  filterValues: filterValuesSchema,
  /** `null` for the default order. */
  sort: chosenSortSchema,
  layout: layoutSchema,
  density: z.enum(densities),
});

/** What the list of an account shows. It is kept while other accounts are shown, and for the next start. */
export const listStateSchema = z.object({
  /** The shown view; `null` for all tenants or all hotlines. */
  viewId: z.uuid().nullable(),
  /** Of all tenants. Their layout is that of the account. */
  filterValues: filterValuesSchema,
  sort: chosenSortSchema,
  /** Of all hotlines, if they were shown. */
  hotlines: shownListSchema
    .pick({ filterValues: true, sort: true, layout: true })
    .extend({ isShown: z.boolean() })
    .optional(),
  /** The views with changes that have not been saved. */
  changedViews: z.array(shownListSchema.extend({ viewId: z.uuid() })).max(mostViews),
});

export type ShownList = z.infer<typeof shownListSchema>;
export type ListState = z.infer<typeof listStateSchema>;

/** What the app remembers about an account besides its connection. */
export interface AccountSettings {
  /** Of all tenants; `null` for the default layout. */
  layout: Layout | null;
  /** `null` before anything was chosen. */
  listState: ListState | null;
  /** The options of the last export; `null` before the first one. */
  exportOptions: ExportOptions | null;
}
