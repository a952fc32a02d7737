import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { SeenMark } from '../../src-shared/changes.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { hasConditions } from '../list/conditions.ts';
import { useList } from '../list/list-provider.tsx';
import { changesQuery } from '../queries/changes-query.ts';
import { countChanges } from './count-changes.ts';
import { coversUnseen } from './covers-unseen.ts';
import { useMarkSeen } from './seen-provider.tsx';
import type { Changes } from './use-changes.ts';

/**
 * Marks the unseen changes as seen when the user leaves the changes view, if it has shown all of them. Call it in a
 * component that is rendered whether the view is open or not.
 */
export function useSeenOnLeaving({ isOpen, since, summary, isStale }: Changes): void {
  const call = useCall();
  const markSeen = useMarkSeen();
  const { accountKey, records, shown, isShownStale } = useList();
  const { data: unseen } = useQuery({ ...changesQuery(call, accountKey, 'seen'), enabled: isOpen });
  // Quitting the app is leaving, too. Only the main process can mark changes then.
  const tellShown = useEffectEvent((marks: readonly SeenMark[]) => {
    call('setShownChanges', { marks: [...marks] }).catch(() => undefined);
  });
  const filter = shown?.request.filter;
  const showsAll =
    isOpen &&
    filter?.change === 'any' &&
    filter.since === since &&
    !hasConditions(filter) &&
    !isShownStale &&
    !isStale;
  /** What the view has shown since it was opened. */
  const seen = useRef<{ marks: readonly SeenMark[]; count: number } | null>(null);
  useEffect(() => {
    if (showsAll && summary && unseen && coversUnseen(since, summary, unseen)) {
      seen.current = { marks: summary.shown, count: countChanges(unseen) };
      tellShown(summary.shown);
    }
  }, [showsAll, since, summary, unseen]);

  const leave = useEffectEvent(() => {
    if (seen.current === null) return;
    markSeen(seen.current.marks, seen.current.count);
    seen.current = null;
    tellShown([]);
  });
  useEffect(() => (isOpen ? () => leave() : undefined), [isOpen, records]);
}
