import type { Preferences } from '../../src-shared/preferences.ts';
import type { RefreshRequest, SavedListStatus } from '../../src-shared/saved-list.ts';
import { isNetworkError } from '../network/track-network.ts';

const minute = 60_000;
/** A list younger than this is not refreshed on startup. */
const freshMinutes = 15;

/** Why a refresh is considered: the list was opened, the server is reachable again, or a minute has passed. */
export type RefreshTrigger = 'start' | 'return' | 'tick';

interface RefreshCircumstances {
  trigger: RefreshTrigger;
  saved: SavedListStatus;
  preferences: Pick<Preferences, 'refreshOnStart' | 'refreshMinutes'>;
  /** When the last automatic refresh started, in milliseconds since 1970; `null` if there was none. */
  lastTry: number | null;
  now: number;
}

/** Returns the mode of the automatic refresh that is due; `null` if none is. */
export function chooseAutomaticRefresh(
  circumstances: RefreshCircumstances,
): RefreshRequest['mode'] | null {
  const { trigger, saved, preferences, lastTry, now } = circumstances;
  const { refreshOnStart, refreshMinutes } = preferences;
  // A run that was interrupted by a network error is resumed. A run that the user canceled is not.
  if (trigger === 'return' && isNetworkError(saved.interruptedRun?.errorCode ?? null))
    return 'resume';
  // Without a list the app is useless, so the first refresh ignores the preferences.
  if (trigger !== 'tick' && saved.state === 'none') return 'whole';

  // The status has an interrupted run only as long as it may be resumed.
  const mode = saved.interruptedRun === null ? 'quick' : 'resume';
  if (trigger !== 'tick') {
    // An interrupted first run is not resumed automatically: its rows are shown, with a button to resume it.
    const isFirstRunOpen = saved.state === 'partial' && saved.interruptedRun !== null;
    const isOld = !isFirstRunOpen && isOlder(saved.fetchedAt, freshMinutes, now);
    if (refreshOnStart && isOld) return mode;
  }
  const isDue = refreshMinutes > 0 && isOlder(saved.fetchedAt, refreshMinutes, now);
  // After sleep the network comes back later than the app, so the last try failed because of it.
  if (trigger === 'return') return saved.state === 'complete' && isDue ? mode : null;
  const wasTriedRecently = lastTry !== null && !isPast(lastTry, refreshMinutes, now);
  return trigger === 'tick' && isDue && !wasTriedRecently ? mode : null;
}

function isOlder(fetchedAt: string | null, minutes: number, now: number): boolean {
  return fetchedAt === null || isPast(Date.parse(fetchedAt), minutes, now);
}

/** Returns whether a time is more than `minutes` ago. A time in the future counts as past: the clock was set back. */
function isPast(time: number, minutes: number, now: number): boolean {
  return now - time > minutes * minute || time - now > minute;
}
