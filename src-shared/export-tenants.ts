import { z } from 'zod';
import { accountOrAllSchema } from './account.ts';
import { longArray } from './bounded-schemas.ts';
import { baselineSchema } from './changes.ts';
import { allAccounts, csvSeparators, exportFormats } from './choices.ts';
import type { ErrorCode } from './errors.ts';
import { filterValuesSchema } from './filter-values-schema.ts';
import { longestTime, mostColumns, mostCopiedRows, mostExportedRows } from './limits.ts';
import { filterSchema, sortsSchema, sourceSchema, type ListedRecord } from './list-tenants.ts';
import { recordsSchema } from './records-schema.ts';
import { exportableColumns } from './tenant-fields.ts';
import { longestKey } from './tenant-key.ts';
import { recordSchema } from './list-record.ts';

/** Saved tenants by their keys (see `tenantKey`). */
const selectedTenantsSchema = z.object({
  keys: longArray(z.string().max(longestKey), mostExportedRows),
  /** The tenants are looked for among those that match. */
  filter: filterSchema,
  sort: sortsSchema.optional(),
});

export const findSelectedRequestSchema = selectedTenantsSchema.extend({
  accountId: accountOrAllSchema,
  records: recordsSchema,
  /** The most tenants to return. */
  limit: z.number().int().min(0).max(mostCopiedRows),
});

/** The rows of an export. */
const exportScopeSchema = z.discriminatedUnion('kind', [
  /** Carries its rows, so that the file contains what was on screen even if the server has changed or is offline. */
  z.object({
    kind: z.enum(['page', 'selected']),
    tenants: longArray(recordSchema, mostExportedRows),
    /** Where the rows came from and when, for the Info sheet. */
    source: sourceSchema.optional(),
    fetchedAt: z.iso.datetime().max(longestTime).optional(),
  }),
  /** Saved tenants that the user has selected one by one. They are read when the file is written. */
  selectedTenantsSchema.extend({ kind: z.literal('selectedSaved') }),
  /** All tenants that match the filter. */
  z.object({
    kind: z.literal('all'),
    source: sourceSchema,
    filter: filterSchema,
    sort: sortsSchema.optional(),
    /** The keys (see `tenantKey`) of matching tenants that the user has removed from the selection. */
    except: longArray(z.string().max(longestKey), mostExportedRows).optional(),
    /** With `withChanges`: the baseline of the sheet of changes. Default: the run before the last complete run. */
    changesSince: baselineSchema.optional(),
  }),
  /** The changes since a baseline, of the tenants that match the filter, which can select a kind of change. */
  z.object({
    kind: z.literal('changes'),
    since: baselineSchema,
    filter: filterSchema.default({}),
    sort: sortsSchema.optional(),
  }),
  /** How the saved list has grown, and for all accounts the totals of each, as the overview shows them. */
  z.object({ kind: z.literal('overview'), filter: filterSchema.default({}) }),
]);

/** The user's choices for an export besides its rows. They are remembered for the next one. */
export const exportOptionsSchema = z.object({
  format: z.enum(exportFormats),
  /** In the order of the sheet. Sheets of changes and of the overview have their own columns. */
  columns: z.array(z.enum(exportableColumns)).min(1).max(mostColumns),
  /** Adds a sheet of the changes since `changesSince`. Only for workbooks of saved rows. */
  withChanges: z.boolean(),
  /** Adds a sheet of the hotlines of the same accounts. Only for workbooks of saved tenants. */
  withHotlines: z.boolean().default(false),
  /** Excel expects a comma in English, and a semicolon in languages that write numbers with a decimal comma. */
  csvSeparator: z.enum(csvSeparators),
  /** Writes ids in a CSV file as `="1108…"`, so that Excel does not convert them to numbers. */
  csvProtectsIds: z.boolean(),
});

/** What an export contains, without its account and its file. */
export const exportContentsSchema = z.object({
  records: recordsSchema,
  scope: exportScopeSchema,
  options: exportOptionsSchema,
  /**
   * The values that the filter of the scope was made of. If the export is repeated, relative days are those of the new
   * day. Values that are not valid, such as a year beyond 9999, only mean that the days do not move on.
   */
  filterValues: filterValuesSchema.optional().catch(undefined),
  /** The saved view in which the rows were exported; without it, all tenants. */
  viewId: z.uuid().optional(),
});

/** The id of an export whose file was in use. This export is saved next to that file under a free name. */
const besideExportIdSchema = z.uuid().optional();

export const exportTenantsRequestSchema = exportContentsSchema
  .extend({
    accountId: accountOrAllSchema,
    besideExportId: besideExportIdSchema,
  })
  .refine(
    ({ accountId, scope }) =>
      accountId !== allAccounts || scope.kind !== 'all' || scope.source === 'saved',
    { error: 'For all accounts, only saved tenants can be exported' },
  )
  .refine(
    ({ records, scope }) =>
      records !== 'hotlines' || scope.kind !== 'all' || scope.source === 'saved',
    { error: 'Only saved hotlines can be exported' },
  );

/** Repeats a recent export: in the same folder, with the current day in the name of its file. */
const repeatExportRequestSchema = z.object({
  accountId: accountOrAllSchema,
  repeatsExportId: z.uuid(),
  /** Asks for the file, because the folder of the earlier export cannot be used. */
  asksForFile: z.boolean().optional(),
  besideExportId: besideExportIdSchema,
});

/** The contents of a new export, or the id of an earlier one. */
export const exportRequestSchema = z.union([exportTenantsRequestSchema, repeatExportRequestSchema]);

export type SelectedTenants = z.infer<typeof selectedTenantsSchema>;
export type ExportScope = z.infer<typeof exportScopeSchema>;
export type ExportOptions = z.infer<typeof exportOptionsSchema>;
export type ExportTenantsRequest = z.infer<typeof exportTenantsRequestSchema>;
export type RepeatExportRequest = z.infer<typeof repeatExportRequestSchema>;
export type ExportRequest = z.infer<typeof exportRequestSchema>;

/** The size of an exported file. */
export interface ExportSize {
  /** The columns of the first sheet. */
  columns: number;
  /** The lines of the sheet of changes, one for each changed field; `null` if there is no such sheet. */
  changeLines: number | null;
}

/** An export that was saved, in this session or an earlier one. */
export interface RecentExport {
  exportId: string;
  /** The name of the file. */
  name: string;
  /** RFC 3339 */
  exportedAt: string;
  rows: number;
  /** As in `ExportResult`. */
  changeLines: number | null;
  /** The saved view in which the rows were exported; `null` for all tenants. */
  viewId: string | null;
  /** `false` if the rows were chosen one by one, so that they cannot be read again. */
  isRepeatable: boolean;
}

/** What was found of the selected tenants. */
export interface FoundTenants {
  /** The first of them, in the order of the list. */
  tenants: ListedRecord[];
  /** The number of all that were found. */
  rows: number;
  /** The keys that no tenant has. */
  missing: string[];
}
/** The path has more than 218 characters, or the name has characters that Excel refuses. */
export type ExcelLimit = 'length' | 'name';

export type ExportResult =
  | {
      outcome: 'saved';
      /** Identifies the file in `openExport` and `showExport`, because the renderer must not choose paths. */
      exportId: string;
      /** Where the file is. */
      path: string;
      /** The path that the user chose and why the file is not there; `null` if it is. */
      notReplaced: { path: string; code: ErrorCode } | null;
      /** What keeps Excel from opening the file; `null` if nothing does. */
      excelLimit: ExcelLimit | null;
      rows: number;
      /** The lines of the sheet of changes, one for each changed field; `null` if there is no such sheet. */
      changeLines: number | null;
      /** Rows of the server's responses that were not tenants and are not in the file. */
      unreadableRows: number;
      /** Selected rows that are no longer in the saved list and are not in the file. */
      missingRows: number;
    }
  /** Another program, most likely Excel, has locked the file. Nothing was written. */
  | {
      outcome: 'inUse';
      /** For `besideExportId`. */
      exportId: string;
      path: string;
      /** A free name in the same folder: `tenants (2).xlsx`. */
      freeName: string;
    }
  /** The user closed the save dialog without choosing a file. */
  | { outcome: 'dismissed' };
