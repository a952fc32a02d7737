import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { Preferences } from '../../src-shared/preferences.ts';
import type { SavedListStatus } from '../../src-shared/saved-list.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { useNetwork } from '../network/network-context.ts';
import { useNow } from '../ui/use-now.ts';
import { chooseAutomaticRefresh, type RefreshTrigger } from './choose-automatic-refresh.ts';
import { useRefresh } from './use-refresh.ts';

interface AutomaticRefresh {
  accountId: string;
  /** Nothing is refreshed while this is `undefined`. */
  saved: SavedListStatus | undefined;
  preferences: Preferences;
}

/** Refreshes an account when it is opened, when the server is reachable again, and periodically if the user wants that. */
export function useAutomaticRefresh({ accountId, saved, preferences }: AutomaticRefresh): void {
  const call = useCall();
  const refresh = useRefresh(accountId);
  const { isOffline } = useNetwork();
  const now = useNow();
  const lastTry = useRef<number>(null);

  const consider = useEffectEvent((trigger: RefreshTrigger) => {
    if (saved === undefined) return;
    const time = Date.now();
    const mode = chooseAutomaticRefresh({
      ...{ trigger, saved, preferences },
      lastTry: lastTry.current,
      now: time,
    });
    if (mode !== null) {
      lastTry.current = time;
      refresh.startAutomatically(mode);
    } else if (trigger === 'start') {
      // Without a refresh, this call finds out whether the server is reachable. NetworkProvider evaluates its result.
      void call('testConnection', { accountId, isAutomatic: true }).catch(() => undefined);
    }
  });

  const isKnown = saved !== undefined;
  // Before the first paint, so that no banner about an interrupted run appears if the run is resumed at once.
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
