import type { ErrorCode } from '../../src-shared/errors.ts';
import type { RefreshRun, SavedListStatus } from '../../src-shared/saved-list.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import type { ReadRows } from '../etelecom/wire.ts';

/** The part of the store that a refresh needs. */
export interface RunStore {
  status(listId: string): SavedListStatus;
  beginRun(listId: string, filter: RefreshRun['filter']): number;
  /** Returns `null` also for a run that is too old to be resumed, or that the list was refreshed after. */
  resumableRun(listId: string): { runId: number; cursor: string } | null;
  resumeRun(runId: number): void;
  /** Stores a page and returns how many of its rows were not on an earlier page of the run. */
  addPage(runId: number, page: ReadRows & { cursor: string | null; milliseconds: number }): number;
  /**
   * @param historyDays how long the history is kept; 0 is always.
   * @throws AppError `list_shrank` if more than half of the list would be removed. The run then waits for a decision.
   */
  completeRun(runId: number, historyDays: number): RefreshRun;
  interruptRun(runId: number, errorCode: ErrorCode): RefreshRun;
  /**
   * Returns the time up to which every change that the server has dated is in the list, in milliseconds since 1970;
   * `null` if that is not known.
   */
  quickCutoff(listId: string): number | null;
  /** Returns whether the list has each tenant with the same values. A tenant without an id is never in the list. */
  areInList(listId: string, tenants: readonly ListRecord[]): boolean[];
  /**
   * Merges the rows of a quick run into the list, records the changes, and stores the run as complete. All is on the
   * disk when this returns.
   */
  completeQuickRun(listId: string, run: QuickRun, historyDays: number): RefreshRun;
  /** Makes every refresh of a list read the whole list. */
  setQuickOff(listId: string, reason: 'missed' | 'unsorted'): void;
}

/** What a quick run has read. It is kept in memory, because it is small and never resumed. */
export interface QuickRun {
  /** Each tenant once, with the JSON it was parsed from. */
  rows: readonly ReadRow[];
  /** The JSON of each row that is not a tenant. */
  unreadable: readonly string[];
  /** ISO 8601 in UTC. */
  startedAt: string;
  milliseconds: number;
  pages: number;
  /** Rows of tenants that had been read before. */
  duplicates: number;
}

export type ReadRow = ReadRows['rows'][number];
