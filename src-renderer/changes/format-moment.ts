import type { Language } from '../../src-shared/preferences.ts';
import type { Clock } from '../../src-shared/time-zone.ts';

const minute = 60_000;

/**
 * Says when a list was read: `today 14:05`, or with the day of the week `Fri 20 Nov, 17:05`. Other years are named.
 *
 * @param moment in RFC 3339.
 * @param now in milliseconds since 1970.
 */
export function formatMoment(
  moment: string,
  now: number,
  language: Language,
  clock: Clock,
): string {
  const local = localDate(Date.parse(moment), clock);
  const today = localDate(now, clock);
  const iso = local.toISOString();
  const time = iso.slice('yyyy-mm-ddT'.length, 'yyyy-mm-ddT00:00'.length);
  const daysAgo = dayNumber(today) - dayNumber(local);
  if (daysAgo === 0 || daysAgo === 1) {
    const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    // Intl starts Vietnamese texts with a capital letter.
    const day = relative.format(-daysAgo, 'day').toLocaleLowerCase(language);
    return language === 'vi' ? `${time} ${day}` : `${day} ${time}`;
  }
  const format = new Intl.DateTimeFormat(language === 'vi' ? 'vi' : 'en-GB', {
    timeZone: 'UTC',
    weekday: language === 'vi' ? 'long' : 'short',
    day: 'numeric',
    month: language === 'vi' ? 'numeric' : 'short',
    year: 'numeric',
  });
  // The parts are joined here because the separators of Intl differ between its versions.
  const parts = new Map(format.formatToParts(local).map(({ type, value }) => [type, value]));
  const [weekday = '', day, month, year] = (['weekday', 'day', 'month', 'year'] as const).map(
    (type) => parts.get(type),
  );
  const isThisYear = local.getUTCFullYear() === today.getUTCFullYear();
  if (language === 'vi') {
    const date = [day, month, ...(isThisYear ? [] : [year])].join('/');
    return `${time} ${weekday.toLocaleLowerCase(language)} ${date}`;
  }
  return `${[weekday, day, month, ...(isThisYear ? [] : [year])].join(' ')}, ${time}`;
}

/** Returns what the clock shows, as if the clock were in UTC. */
function localDate(moment: number, clock: Clock): Date {
  return new Date(moment + clock.offsetAt(moment) * minute);
}

function dayNumber(local: Date): number {
  return Math.floor(local.getTime() / (24 * 60 * minute));
}
