import type { Language } from '../../src-shared/preferences.ts';
import type { Clock } from '../../src-shared/time-zone.ts';
import { createDateFormat } from './date-format.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

interface Age {
  /** `today 14:05`, `yesterday 09:12` or `21 Nov 2026 14:05`. */
  when: string;
  /** `2 hours ago`, or `now` within the last minute; `null` if the time is in the future. */
  ago: string | null;
}

/** Says in words when a list was fetched. @param now in milliseconds since 1970. */
export function formatAge(fetchedAt: string, now: number, language: Language, clock: Clock): Age {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const moment = Date.parse(fetchedAt);
  const date = createDateFormat(language, clock)(fetchedAt);
  const time = date.slice(-'00:00'.length);
  // Intl starts some texts with a capital letter, such as "Hôm qua".
  const lower = (text: string) => text.toLocaleLowerCase(language);
  const daysAgo = dayOn(clock, now) - dayOn(clock, moment);
  const isRecent = daysAgo === 0 || daysAgo === 1;
  const ago = agoOf(now - moment, new Intl.RelativeTimeFormat(language), relative);
  return {
    when: isRecent ? dayAndTime(lower(relative.format(-daysAgo, 'day')), time, language) : date,
    ago: ago === null ? null : lower(ago),
  };
}

/** Vietnamese puts the time before the day: `lúc 14:05 hôm nay`. */
function dayAndTime(day: string, time: string, language: Language): string {
  return language === 'vi' ? `lúc ${time} ${day}` : `${day} ${time}`;
}

/** Returns the number of the day since 1970. */
function dayOn(clock: Clock, moment: number): number {
  return Math.floor((moment + clock.offsetAt(moment) * minute) / day);
}

function agoOf(
  age: number,
  numeric: Intl.RelativeTimeFormat,
  inWords: Intl.RelativeTimeFormat,
): string | null {
  // `now` is updated once a minute, so a new list may seem to be from the future.
  if (age < -minute) return null;
  if (age < minute) return inWords.format(0, 'second');
  if (age < hour) return numeric.format(-Math.floor(age / minute), 'minute');
  if (age < day) return numeric.format(-Math.floor(age / hour), 'hour');
  return numeric.format(-Math.floor(age / day), 'day');
}
