import type { Language } from '../../src-shared/preferences.ts';
import type { Clock } from '../../src-shared/time-zone.ts';
import { createDateFormat } from '../ui/date-format.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export interface Age {
  /** On the chosen clock: `today 14:05`, `yesterday 09:12`, `21 Nov 2026 14:05`. */
  when: string;
  /** `2 hours ago`; `now` within the last minute; `null` when the clock was set back since. */
  ago: string | null;
}

/** How old what was fetched at `fetchedAt` is at `now`, in words. */
export function ageOf(fetchedAt: string, now: number, language: Language, clock: Clock): Age {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const moment = Date.parse(fetchedAt);
  const date = createDateFormat(language, clock)(fetchedAt);
  const time = date.slice(-'00:00'.length);
  // Intl begins a sentence with some of them: in Vietnamese, "Hôm qua".
  const lower = (text: string) => text.toLocaleLowerCase(language);
  const daysAgo = dayOn(clock, now) - dayOn(clock, moment);
  const isLately = daysAgo === 0 || daysAgo === 1;
  const ago = agoOf(now - moment, new Intl.RelativeTimeFormat(language), relative);
  return {
    when: isLately ? dayAndTime(lower(relative.format(-daysAgo, 'day')), time, language) : date,
    ago: ago === null ? null : lower(ago),
  };
}

/** Vietnamese puts the time before the day: `lúc 14:05 hôm nay`. */
function dayAndTime(day: string, time: string, language: Language): string {
  return language === 'vi' ? `lúc ${time} ${day}` : `${day} ${time}`;
}

function dayOn(clock: Clock, moment: number): number {
  return Math.floor((moment + clock.offsetAt(moment) * minute) / day);
}

function agoOf(
  age: number,
  numeric: Intl.RelativeTimeFormat,
  inWords: Intl.RelativeTimeFormat,
): string | null {
  // The clock of this label moves once a minute, so what has just come may seem to lie a little ahead.
  if (age < -minute) return null;
  if (age < minute) return inWords.format(0, 'second');
  if (age < hour) return numeric.format(-Math.floor(age / minute), 'minute');
  if (age < day) return numeric.format(-Math.floor(age / hour), 'hour');
  return numeric.format(-Math.floor(age / day), 'day');
}
