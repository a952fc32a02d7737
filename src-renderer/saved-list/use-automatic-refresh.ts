import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { Preferences } from '../../src-shared/preferences.ts';
import type { SavedListStatus } from '../../src-shared/saved-list.ts';
import { useCall } from '../bridge/bridge-context.ts';
import type { Moment } from './refresh-rules.ts';
import { automaticRefresh } from './refresh-rules.ts';
import type { Refreshing } from './use-refresh.ts';

interface AutomaticRefresh {
  accountId: string;
  refresh: Refreshing;
  saved: SavedListStatus | undefined;
  preferences: Preferences;
  isOffline: boolean;
  /** Moves on each minute. */
  now: number;
}

/** Refreshes at the start, when the server is in reach again and every so many minutes, as the rules have it. */
export function useAutomaticRefresh(automatic: AutomaticRefresh): void {
  const { accountId, refresh, saved, preferences, isOffline, now } = automatic;
  const call = useCall();
  const lastTry = useRef<number>(null);

  const consider = useEffectEvent((moment: Moment) => {
    if (saved === undefined) return;
    const time = Date.now();
    const about = { moment, saved, preferences, lastTry: lastTry.current, now: time };
    const mode = automaticRefresh(about);
    if (mode === null) {
      // Whoever begins with the saved list should know at once whether there is more to be had.
      if (moment === 'start') void call('testConnection', { accountId }).catch(() => undefined);
      return;
    }
    lastTry.current = time;
    refresh.start(mode);
  });

  const isKnown = saved !== undefined;
  // Before the first paint: a run that is gone on with right away is not told of as broken off.
  useLayoutEffect(() => {
    if (isKnown) consider('start');
  }, [isKnown]);

  const wasOffline = useRef(isOffline);
  useEffect(() => {
    if (wasOffline.current && !isOffline) consider('return');
    wasOffline.current = isOffline;
  }, [isOffline]);

  const startedAt = useRef(now);
  useEffect(() => {
    if (now !== startedAt.current && !isOffline) consider('tick');
  }, [now, isOffline]);
}
