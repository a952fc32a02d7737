import type { Baseline, ChangesSummary } from '../../src-shared/changes.ts';

/**
 * Returns whether the changes since a baseline contain all changes that the user has not seen. For several lists, whose
 * moments differ, only the baseline `seen` is certain to.
 *
 * @param unseen the changes since the user last looked.
 */
export function coversUnseen(
  since: Baseline,
  summary: Pick<ChangesSummary, 'from' | 'shown'>,
  unseen: Pick<ChangesSummary, 'from'>,
): boolean {
  if (since === 'seen') return true;
  const isOneList = summary.shown.length === 1;
  if (!isOneList || summary.from === null || unseen.from === null) return false;
  return Date.parse(summary.from) <= Date.parse(unseen.from);
}
