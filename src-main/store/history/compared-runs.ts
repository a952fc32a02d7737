import type { Baseline } from '../../../src-shared/changes.ts';
import { findSavedList, type SavedList } from '../runs/saved-lists.ts';
import { number, text } from '../sqlite/column-values.ts';
import type { Connection, Row } from '../sqlite/connection.ts';
import type { RunSpan } from './run-span.ts';

/** A complete run, after which the list is known. */
interface CompleteRun {
  runId: number;
  /** ISO 8601 in UTC. */
  endedAt: string;
}

/** The runs between which a list is compared. */
export interface ComparedRuns {
  since: CompleteRun;
  until: CompleteRun;
}

export function toSpan({ since, until }: ComparedRuns): RunSpan {
  return { since: since.runId, until: until.runId };
}

/** Finds the runs for a baseline. Returns `null` if there is nothing to compare: the list was read only once, or never. */
export function findComparedRuns(
  connection: Connection,
  listId: string,
  baseline: Baseline,
): ComparedRuns | null {
  const saved = findSavedList(connection, listId);
  if (saved === null) return null;
  const runs = new CompleteRuns(connection, listId, saved);
  const until = runs.last();
  const before = until && runs.last({ upTo: until.runId - 1 });
  return before && { since: runs.last(limitOf(baseline, saved, before)) ?? runs.first(), until };
}

/** Finds the runs for the list as it was at a time. Returns `null` if the list was never read to its end. */
export function findPastRuns(
  connection: Connection,
  listId: string,
  time: string,
): ComparedRuns | null {
  const saved = findSavedList(connection, listId);
  if (saved === null) return null;
  const runs = new CompleteRuns(connection, listId, saved);
  const until = runs.last();
  return until && { since: runs.last({ endedUntil: toUtc(time) }) ?? runs.first(), until };
}

/** Finds the first and the last run of a list. Returns `null` if the list was read only once, or never. */
export function findWholeHistory(connection: Connection, listId: string): ComparedRuns | null {
  const runs = findComparedRuns(connection, listId, 'lastRefresh');
  const saved = findSavedList(connection, listId);
  return runs && saved && { ...runs, since: new CompleteRuns(connection, listId, saved).first() };
}

interface Limit {
  /** The id of a run. */
  upTo?: number;
  /** ISO 8601 in UTC. */
  endedUntil?: string;
}

/** Returns the limit that the compared run must not exceed. */
function limitOf(baseline: Baseline, saved: SavedList, before: CompleteRun): Limit {
  switch (baseline) {
    case 'lastRefresh':
      return { upTo: before.runId };
    case 'seen':
      return { upTo: saved.seenRunId ?? 0 };
    case 'lastExport':
      return { upTo: saved.exportedRunId ?? 0 };
    default:
      return { endedUntil: toUtc(baseline) };
  }
}

/** Converts a time to UTC, as in the column `ended_at`. */
function toUtc(time: string): string {
  return new Date(time).toISOString();
}

/** The complete runs of a list. Their order is that of their ids, because the clock of a computer can jump. */
class CompleteRuns {
  readonly #connection: Connection;
  readonly #listId: string;
  readonly #firstRunId: number;

  constructor(connection: Connection, listId: string, { firstRunId }: SavedList) {
    this.#connection = connection;
    this.#listId = listId;
    this.#firstRunId = firstRunId;
  }

  first(): CompleteRun {
    const row = this.#connection.get(
      `SELECT run_id, ended_at FROM refresh_run WHERE list_id = ? AND is_complete = 1
         AND run_id >= ? ORDER BY run_id LIMIT 1`,
      this.#listId,
      this.#firstRunId,
    );
    return toRun(row ?? {});
  }

  /** Returns the last run that is not after the limit. By default, there is no limit: `~` sorts after every time. */
  last({ upTo = Number.MAX_SAFE_INTEGER, endedUntil = '~' }: Limit = {}): CompleteRun | null {
    const row = this.#connection.get(
      `SELECT run_id, ended_at FROM refresh_run WHERE list_id = ? AND is_complete = 1
         AND run_id >= ? AND run_id <= ? AND ended_at <= ? ORDER BY run_id DESC LIMIT 1`,
      this.#listId,
      this.#firstRunId,
      upTo,
      endedUntil,
    );
    return row === undefined ? null : toRun(row);
  }
}

function toRun(row: Row): CompleteRun {
  return { runId: number(row, 'run_id'), endedAt: text(row, 'ended_at') };
}
