import type { Baseline, ChangesSummary } from '../../../src-shared/changes.ts';
import type { ChangeKind } from '../../../src-shared/tenant-fields.ts';
import type { RecordField } from '../../../src-shared/list-record.ts';
import { findComparedRuns } from '../history/compared-runs.ts';
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

/** Finds which runs of some lists a baseline compares, without reading their changes. */
export function findComparison(
  connection: Connection,
  lists: readonly AccountOfList[],
  baseline: Baseline,
): Comparison {
  const found = lists.flatMap(({ listId, accountId }) => {
    const runs = findComparedRuns(connection, listId, baseline);
    return runs === null ? [] : [{ listId, accountId, runs }];
  });
  return {
    from: found.map(({ runs }) => runs.since.endedAt).toSorted()[0] ?? null,
    to:
      found
        .map(({ runs }) => runs.until.endedAt)
        .toSorted()
        .at(-1) ?? null,
    shown: found.map(({ accountId, runs }) => ({ accountId, runId: runs.until.runId })),
  };
}

/** Counts what has changed in some lists since a baseline. */
export function summarizeChanges(
  { connection, cache }: Source,
  lists: readonly AccountOfList[],
  baseline: Baseline,
): ChangesSummary {
  const counts: Record<ChangeKind, number> = { new: 0, changed: 0, gone: 0 };
  const fields = new Map<RecordField, number>();
  for (const { listId } of lists) {
    const runs = findComparedRuns(connection, listId, baseline);
    if (runs === null) continue;
    const found = cache.histories.netChanges(connection, listId, runs).count();
    counts.new += found.kinds.new;
    counts.changed += found.kinds.changed;
    counts.gone += found.kinds.gone;
    for (const [field, count] of found.fields) fields.set(field, (fields.get(field) ?? 0) + count);
  }
  return {
    ...findComparison(connection, lists, baseline),
    counts,
    fields: [...fields]
      .map(([field, count]) => ({ field, count }))
      .toSorted((a, b) => b.count - a.count),
  };
}

/** Counts the changes of a list that the user has not seen. */
export function countUnseen({ connection, cache }: Source, listId: string): number {
  const runs = findComparedRuns(connection, listId, 'seen');
  return runs === null ? 0 : cache.histories.netChanges(connection, listId, runs).length;
}
