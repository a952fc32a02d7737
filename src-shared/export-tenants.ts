import { z } from 'zod';
import { accountIdSchema } from './account.ts';
import { filterSchema, sortSchema, sourceSchema } from './list-tenants.ts';
import { tenantSchema } from './tenant.ts';

/**
 * What goes into the sheet. `page` carries the rows on screen, so that the sheet is what was seen, also when the
 * server has moved on or is out of reach; `all` is everything that matches, live or saved.
 */
export const exportScopeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('page'),
    // A server may give longer pages than it was asked for; the bound only keeps out what is no page.
    tenants: z.array(tenantSchema).max(100_000),
    /** Of the page on screen, for the sheet's stamp. */
    source: sourceSchema.optional(),
    fetchedAt: z.iso.datetime().optional(),
  }),
  z.object({
    kind: z.literal('all'),
    source: sourceSchema,
    filter: filterSchema,
    sort: sortSchema.optional(),
  }),
  /** What the last complete walk found new, changed and gone, a sheet of its own. */
  z.object({ kind: z.literal('changes') }),
]);

export const exportTenantsRequestSchema = z.object({
  accountId: accountIdSchema,
  scope: exportScopeSchema,
});

export const exportResultSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('saved'),
    /** Names the file in `showExport`: the renderer never names a path. */
    exportId: z.uuid(),
    path: z.string(),
    rows: z.number().int().min(0),
    /** Rows of the answers that were not a tenant at all and are not in the sheet. */
    unreadableRows: z.number().int().min(0),
  }),
  /** The save dialog was closed without a name. */
  z.object({ outcome: z.literal('dismissed') }),
]);

export type ExportScope = z.infer<typeof exportScopeSchema>;
export type ExportTenantsRequest = z.infer<typeof exportTenantsRequestSchema>;
export type ExportResult = z.infer<typeof exportResultSchema>;
