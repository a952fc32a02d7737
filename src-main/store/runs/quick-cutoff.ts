import { parseDate } from '../../../src-shared/dates.ts';
import type { ListRecord } from '../../../src-shared/list-record.ts';
import type { SavedList } from './saved-lists.ts';

/** Servers may show an update some time after the time that they give it. In milliseconds. */
const margin = 10 * 60_000;

/**
 * Returns the time before which a quick run does not look for changes, in milliseconds since 1970; `null` if the list
 * must be read in full.
 */
export function quickCutoff({ knownUntil }: Pick<SavedList, 'knownUntil'>): number | null {
  return knownUntil === null ? null : knownUntil - margin;
}

/** Returns whether a quick run would not have found that a tenant is new or has changed. */
export function isMissed(cutoff: number | null, { updatedAt }: ListRecord): boolean {
  // A text that is no date is NaN, which is not later than anything.
  return cutoff !== null && !(parseDate(updatedAt ?? '') >= cutoff);
}

/** How long quick runs stay off after the last reason against them. In milliseconds. */
const offPeriod = 7 * 24 * 60 * 60_000;

/**
 * Returns why quick runs are off after a full run.
 *
 * @param before why they were off before it.
 * @param hasMissed whether the run found what a quick one would have missed.
 */
export function quickOffAfter(
  before: SavedList['quickOff'],
  { hasMissed, now }: { hasMissed: boolean; now: string },
): SavedList['quickOff'] {
  if (hasMissed) return { reason: 'missed', at: now };
  // A time of the future was noted before the clock was set back.
  const age = before === null ? 0 : Math.abs(Date.parse(now) - Date.parse(before.at));
  return age < offPeriod ? before : null;
}

/**
 * Returns the time up to which a run has seen all changes: when the server last updated a tenant, minus how long the run
 * took. A tenant can be updated after its page was read, and then another one whose page is read later. The difference of
 * two times needs no correct clock.
 *
 * A server whose clock was wrong has tenants from the future. They say nothing about what was updated until the run.
 *
 * @param updatedAt of the tenant that the server updated last; `null` if no tenant has a time.
 * @param run.milliseconds from the first page to the last, with interruptions.
 */
export function seenUntil(
  updatedAt: string | null,
  run: { startedAt: string; milliseconds: number },
): number | null {
  const newest = parseDate(updatedAt ?? '');
  if (Number.isNaN(newest)) return null;
  return Math.min(newest - Math.ceil(run.milliseconds), Date.parse(run.startedAt));
}
