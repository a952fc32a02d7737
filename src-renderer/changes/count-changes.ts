import type { ChangesSummary } from '../../src-shared/changes.ts';

/** Returns how many records are new, changed or gone. */
export function countChanges({ counts }: Pick<ChangesSummary, 'counts'>): number {
  return counts.new + counts.changed + counts.gone;
}
