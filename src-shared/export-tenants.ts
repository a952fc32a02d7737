import { z } from 'zod';
import { accountOrAllSchema } from './account.ts';
import { allAccounts, csvSeparators, exportFormats } from './choices.ts';
import { filterSchema, sortsSchema, sourceSchema } from './list-tenants.ts';
import { tenantFields } from './tenant-fields.ts';
import { tenantSchema } from './tenant.ts';

/**
 * What goes into the sheet. `page` and `selected` carry the rows that were seen, so that the sheet is what was on screen,
 * also when the server has moved on or is out of reach; `all` is everything that matches, live or saved, but for those
 * that were taken out of the selection.
 */
export const exportScopeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['page', 'selected']),
    // A server may give longer pages than it was asked for; the bound only keeps out what is no page.
    tenants: z.array(tenantSchema).max(100_000),
    /** Of the rows on screen, for the sheet's stamp. */
    source: sourceSchema.optional(),
    fetchedAt: z.iso.datetime().optional(),
  }),
  z.object({
    kind: z.literal('all'),
    source: sourceSchema,
    filter: filterSchema,
    sort: sortsSchema.optional(),
    /** Those that match and were taken out of the selection, row by row or a page at a time, as `tenantKey` gives them. */
    except: z.array(z.string()).max(100_000).optional(),
  }),
  /** What the last complete run found new, changed and gone, a sheet of its own. */
  z.object({ kind: z.literal('changes') }),
]);

/** What a person chooses about a sheet besides its rows; remembered for the next one. */
export const exportOptionsSchema = z.object({
  format: z.enum(exportFormats),
  /** In the sheet's order. Sheets of changes have columns of their own. */
  columns: z.array(z.enum(tenantFields)).min(1),
  /** A workbook of saved rows gets a further sheet of what the last complete run found. */
  withChanges: z.boolean(),
  /** Excel takes the comma for a separator in English, the semicolon where the comma stands in numbers. */
  csvSeparator: z.enum(csvSeparators),
  /** Ids in a CSV as `="1108…"`, so that Excel does not make numbers of them. */
  csvProtectsIds: z.boolean(),
});

export const exportTenantsRequestSchema = z
  .object({
    accountId: accountOrAllSchema,
    scope: exportScopeSchema,
    options: exportOptionsSchema,
    /** The id of an export whose file was in use: this one goes beside it, under the next free name, without asking. */
    besideExportId: z.uuid().optional(),
  })
  .refine(
    ({ accountId, scope }) =>
      accountId !== allAccounts ||
      (scope.kind !== 'changes' && (scope.kind !== 'all' || scope.source === 'saved')),
    { error: 'Of all accounts there are saved tenants, and nothing else' },
  );

export const exportResultSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('saved'),
    /** Names the file in `openExport` and `showExport`: the renderer never names a path. */
    exportId: z.uuid(),
    path: z.string(),
    rows: z.number().int().min(0),
    /** Rows of the answers that were not a tenant at all and are not in the sheet. */
    unreadableRows: z.number().int().min(0),
  }),
  /** Another program holds the file, most likely Excel. Nothing was written. */
  z.object({
    outcome: z.literal('inUse'),
    /** For `besideExportId`. */
    exportId: z.uuid(),
    path: z.string(),
    /** The name beside it that is free: `tenants (2).xlsx`. */
    freeName: z.string(),
  }),
  /** The save dialog was closed without a name. */
  z.object({ outcome: z.literal('dismissed') }),
]);

export type ExportScope = z.infer<typeof exportScopeSchema>;
export type ExportOptions = z.infer<typeof exportOptionsSchema>;
export type ExportTenantsRequest = z.infer<typeof exportTenantsRequestSchema>;
export type ExportResult = z.infer<typeof exportResultSchema>;
