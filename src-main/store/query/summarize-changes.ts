import type { Baseline, ChangesSummary } from '../../../src-shared/changes.ts';
import type { ChangeKind } from '../../../src-shared/tenant-fields.ts';
import type { RecordField } from '../../../src-shared/list-record.ts';
import { findComparedRuns, type ComparedRuns } from '../history/compared-runs.ts';
import { isTooLarge } from '../history/histories.ts';
import { findSavedList } from '../runs/saved-lists.ts';
import { number } from '../sqlite/column-values.ts';
import type { Connection } from '../sqlite/connection.ts';
import type { ViewSource } from './view-rows.ts';

/** A saved list and its account. */
export interface AccountOfList {
  listId: string;
  accountId: string;
}

/** The moments that are compared, and the newer run of each list. */
export type Comparison = Pick<ChangesSummary, 'from' | 'to' | 'shown'>;

type Source = Pick<ViewSource, 'connection' | 'cache'>;

/** Finds the moments that a baseline compares, without reading any changes. */
export function findComparison(
  connection: Connection,
  lists: readonly AccountOfList[],
  baseline: Baseline,
): Comparison {
  return toComparison(compareLists(connection, lists, baseline));
}

/** Counts what has changed in some lists since a baseline. */
export function summarizeChanges(
  { connection, cache }: Source,
  lists: readonly AccountOfList[],
  baseline: Baseline,
): ChangesSummary {
  const counts: Record<ChangeKind, number> = { new: 0, changed: 0, gone: 0 };
  const fields = new Map<RecordField, number>();
  const compared = compareLists(connection, lists, baseline);
  for (const { listId, runs } of compared) {
    const found = cache.histories.netChanges(connection, listId, runs).count();
    counts.new += found.kinds.new;
    counts.changed += found.kinds.changed;
    counts.gone += found.kinds.gone;
    for (const [field, count] of found.fields) fields.set(field, (fields.get(field) ?? 0) + count);
  }
  return {
    ...toComparison(compared),
    wasExported: lists.some(({ listId }) => wasExported(connection, listId)),
    counts,
    fields: [...fields]
      .map(([field, count]) => ({ field, count }))
      .toSorted((a, b) => b.count - a.count),
  };
}

function wasExported(connection: Connection, listId: string): boolean {
  const exportedRunId = findSavedList(connection, listId)?.exportedRunId ?? null;
  return exportedRunId !== null;
}

interface ComparedList extends AccountOfList {
  runs: ComparedRuns;
}

/** Lists with nothing to compare are left out. */
function compareLists(
  connection: Connection,
  lists: readonly AccountOfList[],
  baseline: Baseline,
): ComparedList[] {
  return lists.flatMap((list) => {
    const runs = findComparedRuns(connection, list.listId, baseline);
    return runs === null ? [] : [{ ...list, runs }];
  });
}

function toComparison(lists: readonly ComparedList[]): Comparison {
  return {
    from: lists.map(({ runs }) => runs.since.endedAt).toSorted()[0] ?? null,
    to:
      lists
        .map(({ runs }) => runs.until.endedAt)
        .toSorted()
        .at(-1) ?? null,
    shown: lists.map(({ accountId, runs }) => ({ accountId, runId: runs.until.runId })),
  };
}

/**
 * Counts the changes of a list that the user has not seen. If they are too many to compare, it also counts tenants whose
 * values are the same again.
 */
export function countUnseen({ connection, cache }: Source, listId: string): number {
  const runs = findComparedRuns(connection, listId, 'seen');
  if (runs === null) return 0;
  try {
    return cache.histories.netChanges(connection, listId, runs).length;
  } catch (error) {
    if (isTooLarge(error)) return countTouched(connection, listId, runs);
    throw error;
  }
}

function countTouched(connection: Connection, listId: string, { since, until }: ComparedRuns) {
  const row = connection.get(
    `SELECT count(DISTINCT tenant_id) AS tenants FROM refresh_run CROSS JOIN tenant_change USING (run_id)
       WHERE list_id = ? AND run_id > ? AND run_id <= ? AND before <> after`,
    listId,
    since.runId,
    until.runId,
  );
  return number(row ?? {}, 'tenants');
}
