import { z } from 'zod';
import { accountIdSchema } from './account.ts';
import type { Change } from './changes.ts';
import { errorCodes, type ErrorCode } from './errors.ts';
import { recordsSchema } from './records-schema.ts';
import { serverFilterSchema } from './server-filter.ts';
import type { ListedRecord } from './list-tenants.ts';
import type { ListRecord } from './list-record.ts';

const count = z.number().int().min(0);

/** One reading of the server's pages into the saved list, with the numbers that prove what was read. */
export const refreshRunSchema = z.object({
  runId: z.number().int(),
  /**
   * - `full`: has read all pages. Replaces the list.
   * - `quick`: has read what was updated last. Cannot find tenants that are gone.
   * - `filtered`: has read the tenants that match `filter`.
   */
  kind: z.enum(['full', 'quick', 'filtered']),
  /** Empty unless the run is filtered. */
  filter: serverFilterSchema,
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
  /** When the pages were read: one period, or several if the run was interrupted and resumed. */
  periods: z.array(z.object({ from: z.iso.datetime(), to: z.iso.datetime() })),
  /** What the run changed in the list; all 0 for the first run. Only full runs find tenants that are gone. */
  changes: z.object({ new: count, changed: count, gone: count }),
  /** Whether the last page was reached. */
  isComplete: z.boolean(),
  /** Why the run was interrupted. */
  errorCode: z.enum(errorCodes).nullable(),
});

/**
 * Whether the app itself started a call, rather than the user. Such a call does not ask for a proxy's password again after
 * the user has canceled that question.
 */
export const isAutomaticSchema = z.boolean().optional();

export const refreshRequestSchema = z.object({
  accountId: accountIdSchema,
  /**
   * By default the tenants, and after a full run also the hotlines, whose errors are not those of the refresh. With
   * `hotlines` only these, whose errors then are.
   */
  records: recordsSchema,
  /**
   * - `quick`: reads only what is new, if the last full refresh is recent enough and this server supports it. Otherwise,
   *   and for hotlines, like `whole`.
   * - `whole`: reads all pages.
   * - `resume`: resumes the interrupted run. It starts over if the server no longer accepts the run's cursor, if the run
   *   was interrupted more than an hour ago, or if the list was refreshed since.
   */
  mode: z.enum(['quick', 'whole', 'resume']),
  /** With `whole`: the tenants to read again, without removing any others. Empty for the whole list, and for hotlines. */
  filter: serverFilterSchema.default({}),
  isAutomatic: isAutomaticSchema,
});

export type RefreshRun = z.infer<typeof refreshRunSchema>;
export type RefreshRequest = z.infer<typeof refreshRequestSchema>;

/** The state of one saved list, or of several shown as one. */
export interface SavedListStatus {
  /** `partial`: the first run has not reached the last page; the rows it has read are shown. */
  state: 'none' | 'partial' | 'complete';
  /** The number of tenants that can be listed. */
  tenants: number;
  /**
   * When the list was updated last: when the oldest page of its last full or quick run was read. For a partial list,
   * when its last page was read. For several lists, the oldest time.
   */
  fetchedAt: string | null;
  /** When the list was last read in full: when the oldest page of that run was read. For several lists, the oldest time. */
  readInFullAt: string | null;
  /** The complete run of the whole list that the list comes from. */
  completeRun: RefreshRun | null;
  /** A run that can be resumed. */
  interruptedRun: RefreshRun | null;
  /** Why the last full run has not ended; `null` if it has, if it still runs, or if the user canceled it. */
  failure: ErrorCode | null;
  /** A full run that found less than half of the list again and waits for the user's decision; `null` if there is none. */
  shrunkRun: { runId: number; rows: number } | null;
  /** How many rows of the lists could not be read by the last full run. Their tenants do not count as gone. */
  unreadableRows: number;
  /** Why every refresh reads the whole list: a quick refresh would have missed a change, or the server does not sort. */
  quickRefreshOff: { reason: 'missed' | 'unsorted'; at: string } | null;
  /** The number of accounts (`of`), and of those with a complete list. */
  accounts: { complete: number; of: number };
}

export interface TenantDetails {
  tenant: ListedRecord;
  /** The other tenants of the owner: the first of them by name, and the number of all. */
  ofSameOwner: { tenants: ListRecord[]; count: number };
  /** The row that the server sent, as JSON with all digits of its numbers. */
  raw: string;
  /** The changes of the runs that are kept, newest first. */
  history: Change[];
}

export const decideShrunkListRequestSchema = z.object({
  accountId: accountIdSchema,
  records: recordsSchema,
  runId: z.number().int(),
  /** Whether the short list replaces the saved one. Otherwise the run is discarded. */
  use: z.boolean(),
});
