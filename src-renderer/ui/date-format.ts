import { localTime, meansNoDate } from '../../src-shared/dates.ts';
import type { Language } from '../../src-shared/preferences.ts';
import type { Clock } from '../../src-shared/time-zone.ts';

/**
 * Creates a function that formats a date of the API on the given clock. The date comes first, so that a column of times
 * lines up. The function returns an empty text if the server has no date, and other texts unchanged.
 *
 * @param precision of the time.
 */
export function createDateFormat(
  language: Language,
  clock: Clock,
  precision: 'minutes' | 'seconds' = 'minutes',
): (text: string) => string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: 'UTC',
    day: '2-digit',
    // English has the month's name, because 03/04 is ambiguous. In Vietnam the day always comes first.
    month: language === 'vi' ? '2-digit' : 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  const separator = language === 'vi' ? '/' : ' ';
  return (text) => {
    if (meansNoDate(text)) return '';
    const local = localTime(text, clock);
    if (Number.isNaN(local)) return text;
    // The parts are joined here because no locale of Intl puts the date first and pads the day and the month.
    const parts = new Map(format.formatToParts(local).map(({ type, value }) => [type, value]));
    const date = (['day', 'month', 'year'] as const).map((type) => parts.get(type));
    const time = (['hour', 'minute', 'second'] as const).map((type) => parts.get(type));
    return `${date.join(separator)} ${time.slice(0, precision === 'seconds' ? 3 : 2).join(':')}`;
  };
}
