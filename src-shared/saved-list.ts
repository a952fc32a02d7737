import { z } from 'zod';
import { accountIdSchema } from './account.ts';
import { errorCodes } from './errors.ts';
import { filterSchema } from './list-tenants.ts';
import { tenantSchema } from './tenant.ts';
import { changeKinds, tenantFields } from './tenant-fields.ts';

const count = z.number().int().min(0);

/**
 * One reading of the server's pages into the saved list, and the proof of what it read: how many pages and rows, how
 * many came twice or could not be read, and whether the chain of cursors came to its end.
 */
export const refreshRunSchema = z.object({
  runId: z.number().int(),
  /** What was asked for; empty for the whole list. Only a whole run replaces the list and compares. */
  filter: filterSchema.pick({ name: true, ownerId: true }),
  startedAt: z.iso.datetime(),
  /** `null` while it runs or is broken off. */
  endedAt: z.iso.datetime().nullable(),
  /** The time it was running, milliseconds; a pause between breaking off and going on is not counted. */
  milliseconds: count,
  pages: count,
  /** Tenants it read, each once. */
  rows: count,
  /** Rows that came a second time. */
  duplicates: count,
  /** Rows that were not a tenant; kept as they came. */
  unreadableRows: count,
  /** The server gave no further cursor. */
  isComplete: z.boolean(),
  /** Why it broke off. */
  errorCode: z.enum(errorCodes).nullable(),
});

/** What is saved of an account, for the label under the grid and the dialog behind it. */
export const savedListStatusSchema = z.object({
  /** `partial`: the first run ever has not come to its end; its rows are shown as they come. */
  state: z.enum(['none', 'partial', 'complete']),
  /** Tenants that can be listed. */
  tenants: count,
  /** When the list was complete, or, for a partial one, when its last page came; of several the oldest. */
  fetchedAt: z.iso.datetime().nullable(),
  /** The whole run the list is from. */
  completeRun: refreshRunSchema.nullable(),
  /** A run that broke off and can go on where it was. */
  interruptedRun: refreshRunSchema.nullable(),
  /** What the last complete run found, against the one before; all 0 when there is none before. */
  changes: z.object({ new: count, changed: count, gone: count }),
  /** Of how many accounts these are the lists, and of how many of them a complete one. */
  accounts: z.object({ complete: count, of: count }),
});

export const refreshRequestSchema = z.object({
  accountId: accountIdSchema,
  /** `continue` goes on with the run that broke off; where its cursor is no longer taken, it begins anew. */
  mode: z.enum(['whole', 'continue']),
  /** Of a whole run only: nothing, or what to read again without removing anything else. */
  filter: filterSchema.pick({ name: true, ownerId: true }).default({}),
});

/** One thing that happened to a tenant, found by a complete run. */
export const changeSchema = z.object({
  kind: z.enum(changeKinds),
  /** When the run that found it ended. */
  foundAt: z.iso.datetime(),
  /** Of `changed`: each field with what it was and what it is. */
  fields: z.array(
    z.object({
      field: z.enum(tenantFields),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
});

export const tenantDetailsSchema = z.object({
  tenant: tenantSchema,
  /** What the server sent, as JSON with every digit. */
  raw: z.string(),
  /** Newest first, of the runs that are kept. */
  history: z.array(changeSchema),
});

export type RefreshRun = z.infer<typeof refreshRunSchema>;
export type SavedListStatus = z.infer<typeof savedListStatusSchema>;
export type RefreshRequest = z.infer<typeof refreshRequestSchema>;
export type Change = z.infer<typeof changeSchema>;
export type TenantDetails = z.infer<typeof tenantDetailsSchema>;
