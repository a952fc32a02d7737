import type { ChangesSummary } from '../../src-shared/changes.ts';

/** Returns the number of tenants that have changed in any way. */
export function countChanges({ counts }: Pick<ChangesSummary, 'counts'>): number {
  return counts.new + counts.changed + counts.gone;
}
