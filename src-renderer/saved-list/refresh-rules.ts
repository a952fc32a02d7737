import type { Preferences } from '../../src-shared/preferences.ts';
import type { RefreshRequest, SavedListStatus } from '../../src-shared/saved-list.ts';
import { isNetworkError } from '../network/track-network.ts';

const minute = 60_000;
/** At the start a list of up to this age is new enough. */
const freshMinutes = 15;

/** When it is time to think of a refresh: at the start, when the server is in reach again, and each minute. */
export type Moment = 'start' | 'return' | 'tick';

interface Circumstances {
  moment: Moment;
  saved: SavedListStatus;
  preferences: Pick<Preferences, 'refreshOnStart' | 'refreshMinutes'>;
  /** When the app last refreshed by itself; `null` if it has not since its start. */
  lastTry: number | null;
  now: number;
}

/** How to refresh without having been asked, or `null` when it is not the time. */
export function automaticRefresh(circumstances: Circumstances): RefreshRequest['mode'] | null {
  const { moment, saved, preferences, lastTry, now } = circumstances;
  const { refreshOnStart, refreshMinutes } = preferences;
  // What a lost network broke off goes on when the network is back; what a person broke off does not.
  if (moment === 'return' && isNetworkError(saved.interruptedRun?.errorCode ?? null))
    return 'continue';
  // Without a list the app is of no use, so the first one is fetched whatever the preferences say.
  if (moment !== 'tick' && saved.state === 'none') return 'whole';

  const mode = saved.interruptedRun === null ? 'whole' : 'continue';
  if (moment !== 'tick') {
    // A first run that broke off is offered, not forced: its rows are on screen.
    const isOld = saved.state === 'complete' && isOlder(saved.fetchedAt, freshMinutes, now);
    return refreshOnStart && isOld ? mode : null;
  }
  if (refreshMinutes === 0) return null;
  const triedLately = lastTry !== null && !isPast(lastTry, refreshMinutes, now);
  return isOlder(saved.fetchedAt, refreshMinutes, now) && !triedLately ? mode : null;
}

function isOlder(fetchedAt: string | null, minutes: number, now: number): boolean {
  return fetchedAt === null || isPast(Date.parse(fetchedAt), minutes, now);
}

/** A time that lies ahead says nothing about age: the clock was set back. Then it counts as long ago. */
function isPast(time: number, minutes: number, now: number): boolean {
  return now - time > minutes * minute || time - now > minute;
}
