import type { Baseline, ChangesSummary, SeenMark } from '../../../src-shared/changes.ts';
import type { ChangeKind } from '../../../src-shared/tenant-fields.ts';
import type { RecordField } from '../../../src-shared/list-record.ts';
import { findComparedRuns } from '../history/compared-runs.ts';
import type { ViewSource } from './view-rows.ts';

/** A saved list and its account. */
export interface AccountOfList {
  listId: string;
  accountId: string;
}

type Source = Pick<ViewSource, 'connection' | 'cache'>;

/** Counts what has changed in some lists since a baseline. */
export function summarizeChanges(
  { connection, cache }: Source,
  lists: readonly AccountOfList[],
  baseline: Baseline,
): ChangesSummary {
  const counts: Record<ChangeKind, number> = { new: 0, changed: 0, gone: 0 };
  const fields = new Map<RecordField, number>();
  const shown: SeenMark[] = [];
  const times: { from: string; to: string }[] = [];
  for (const { listId, accountId } of lists) {
    const runs = findComparedRuns(connection, listId, baseline);
    if (runs === null) continue;
    times.push({ from: runs.since.endedAt, to: runs.until.endedAt });
    shown.push({ accountId, runId: runs.until.runId });
    const found = cache.histories.netChanges(connection, listId, runs).count();
    counts.new += found.kinds.new;
    counts.changed += found.kinds.changed;
    counts.gone += found.kinds.gone;
    for (const [field, count] of found.fields) fields.set(field, (fields.get(field) ?? 0) + count);
  }
  return {
    from: times.map(({ from }) => from).toSorted()[0] ?? null,
    to:
      times
        .map(({ to }) => to)
        .toSorted()
        .at(-1) ?? null,
    counts,
    fields: [...fields]
      .map(([field, count]) => ({ field, count }))
      .toSorted((a, b) => b.count - a.count),
    shown,
  };
}

/** Counts the changes of a list that the user has not seen. */
export function countUnseen({ connection, cache }: Source, listId: string): number {
  const runs = findComparedRuns(connection, listId, 'seen');
  return runs === null ? 0 : cache.histories.netChanges(connection, listId, runs).length;
}
