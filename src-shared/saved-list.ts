import { z } from 'zod';
import { accountIdSchema } from './account.ts';
import { errorCodes } from './errors.ts';
import { filterSchema } from './list-tenants.ts';
import type { Tenant } from './tenant.ts';
import { changeKinds, tenantFields } from './tenant-fields.ts';

const count = z.number().int().min(0);

/** One reading of the server's pages into the saved list, with the numbers that prove what was read. */
export const refreshRunSchema = z.object({
  runId: z.number().int(),
  /** Empty for the whole list. Only a run of the whole list replaces it and finds changes. */
  filter: filterSchema.pick({ name: true, ownerId: true }),
  startedAt: z.iso.datetime(),
  /** `null` while the run is running or interrupted. */
  endedAt: z.iso.datetime().nullable(),
  /** How long it has run, in milliseconds, without the time between an interruption and its resumption. */
  milliseconds: count,
  pages: count,
  /** Tenants that were read, each counted once. */
  rows: count,
  /** Rows of tenants that had been read before. */
  duplicates: count,
  /** Rows that were not tenants. They are stored unchanged. */
  unreadableRows: count,
  /** Whether the last page was reached. */
  isComplete: z.boolean(),
  /** Why the run was interrupted. */
  errorCode: z.enum(errorCodes).nullable(),
});

export const refreshRequestSchema = z.object({
  accountId: accountIdSchema,
  /** `resume` resumes the interrupted run. It starts over if the server no longer accepts the run's cursor. */
  mode: z.enum(['whole', 'resume']),
  /** With `whole`: the tenants to read again, without removing any others. Empty for the whole list. */
  filter: filterSchema.pick({ name: true, ownerId: true }).default({}),
});

/** A change of one tenant, found by a complete run. */
export const changeSchema = z.object({
  kind: z.enum(changeKinds),
  /** When the run ended that found it. */
  foundAt: z.iso.datetime(),
  /** For `changed`: the fields with their old and new values. */
  fields: z.array(
    z.object({
      field: z.enum(tenantFields),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
});

export type RefreshRun = z.infer<typeof refreshRunSchema>;
export type RefreshRequest = z.infer<typeof refreshRequestSchema>;
export type Change = z.infer<typeof changeSchema>;

/** The state of one saved list, or of several shown as one. */
export interface SavedListStatus {
  /** `partial`: the first run has not reached the last page; the rows it has read are shown. */
  state: 'none' | 'partial' | 'complete';
  /** The number of tenants that can be listed. */
  tenants: number;
  /** When the list was complete. For a partial list, when its last page was read. For several lists, the oldest time. */
  fetchedAt: string | null;
  /** The complete run of the whole list that the list comes from. */
  completeRun: RefreshRun | null;
  /** A run that can be resumed. */
  interruptedRun: RefreshRun | null;
  /** The number of changes that the last complete run found; all 0 if there was no run before it. */
  changes: { new: number; changed: number; gone: number };
  /** The number of accounts (`of`), and of those with a complete list. */
  accounts: { complete: number; of: number };
}

export interface TenantDetails {
  tenant: Tenant;
  /** The row that the server sent, as JSON with all digits of its numbers. */
  raw: string;
  /** The changes of the runs that are kept, newest first. */
  history: Change[];
}
