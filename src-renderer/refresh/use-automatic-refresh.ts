import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { Account } from '../../src-shared/account.ts';
import type { Preferences } from '../../src-shared/preferences.ts';
import type { RefreshRequest, SavedListStatus } from '../../src-shared/saved-list.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { useNetwork } from '../network/network-context.ts';
import { useNow } from '../ui/use-now.ts';
import { chooseAutomaticRefresh, type RefreshTrigger } from './choose-automatic-refresh.ts';
import { useRefreshRunner } from './refresh-runner-context.ts';
import { useRefreshWork } from './use-refresh-work.ts';

interface AutomaticRefresh {
  accountId: string;
  /** All accounts, if their lists are shown as one; else `null`. */
  accounts: readonly Account[] | null;
  /** Nothing is refreshed while this is `undefined`. */
  saved: SavedListStatus | undefined;
  preferences: Preferences;
}

/**
 * Refreshes an account when it is opened, when the server is reachable again, and periodically if the user wants that. If
 * all accounts are shown, it refreshes those that have a key.
 */
export function useAutomaticRefresh(options: AutomaticRefresh): void {
  const { accountId, accounts, saved, preferences } = options;
  const call = useCall();
  const runner = useRefreshRunner();
  const workOf = useRefreshWork();
  const start = (mode: RefreshRequest['mode']) => {
    const work = (id: string) => workOf(id, { mode, filter: {}, isAutomatic: true });
    if (accounts === null) {
      void runner.start(accountId, work(accountId));
    } else {
      const ids = accounts.filter(isConnected).map((account) => account.accountId);
      if (ids.length > 0) void runner.startAll(ids, work);
    }
  };
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
      start(mode);
    } else if (trigger === 'start' && accounts === null) {
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

function isConnected(account: Account): boolean {
  return account.kind === 'sample' || account.keyStorage !== null;
}
