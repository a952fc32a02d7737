import { useEffect, useEffectEvent, useRef } from 'react';
import type { SeenMark } from '../../src-shared/changes.ts';
import { hasConditions } from '../list/filter-values.ts';
import { useList } from '../list/list-provider.tsx';
import { countChanges } from './count-changes.ts';
import { useMarkSeen } from './seen-provider.tsx';
import type { Changes } from './use-changes.ts';

/**
 * Marks the unseen changes as seen when the user leaves the changes view, if it has shown all of them. Call it in a
 * component that is rendered whether the view is open or not.
 */
export function useSeenOnLeaving({ isOpen, since, summary, isStale }: Changes): void {
  const markSeen = useMarkSeen();
  const { shown, isShownStale } = useList();
  /** What the view has shown. */
  const seen = useRef<{ marks: readonly SeenMark[]; count: number } | null>(null);
  const filter = shown?.request.filter;
  const showsAll =
    isOpen &&
    since === 'seen' &&
    filter?.change === 'any' &&
    filter.since === 'seen' &&
    !hasConditions(filter) &&
    !isShownStale &&
    !isStale;
  useEffect(() => {
    if (showsAll && summary) seen.current = { marks: summary.shown, count: countChanges(summary) };
  }, [showsAll, summary]);
  const leave = useEffectEvent(() => {
    if (seen.current !== null) markSeen(seen.current.marks, seen.current.count);
    seen.current = null;
  });
  useEffect(() => {
    if (!isOpen) return;
    const onLeave = () => leave();
    // The user closes the window.
    window.addEventListener('pagehide', onLeave);
    return () => {
      window.removeEventListener('pagehide', onLeave);
      leave();
    };
  }, [isOpen]);
}
