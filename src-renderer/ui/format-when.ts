import type { Language } from '../../src-shared/preferences.ts';
import type { Clock } from '../../src-shared/time-zone.ts';
import { createDateFormat } from './date-format.ts';
import { dayNumber, timeAgo } from './time-ago.ts';

const minute = 60_000;

interface When {
  /** `today 14:05`, `yesterday 09:12` or `21 Nov 2026 14:05`. */
  when: string;
  /** `2 hours ago`, or `just now` within the last minute; `null` if the time is in the future. */
  ago: string | null;
}

/** Says in words when a list was fetched. @param now in milliseconds since 1970. */
export function formatWhen(fetchedAt: string, now: number, language: Language, clock: Clock): When {
  const moment = Date.parse(fetchedAt);
  const date = createDateFormat(language, clock)(fetchedAt);
  const time = date.slice(-'00:00'.length);
  const daysAgo = dayNumber(now, clock) - dayNumber(moment, clock);
  const isRecent = daysAgo === 0 || daysAgo === 1;
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  // Intl starts some texts with a capital letter, such as "Hôm qua".
  const dayText = relative.format(-daysAgo, 'day').toLocaleLowerCase(language);
  return {
    when: isRecent ? dayAndTime(dayText, time, language) : date,
    // `now` is updated once a minute, so a new list may seem to be from the future.
    ago: moment - now > minute ? null : timeAgo(moment, { now, language, clock }),
  };
}

/** Vietnamese puts the time before the day: `lúc 14:05 hôm nay`. */
function dayAndTime(day: string, time: string, language: Language): string {
  return language === 'vi' ? `lúc ${time} ${day}` : `${day} ${time}`;
}
