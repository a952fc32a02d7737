import { parseMoment, type Clock } from '../../src-shared/time-zone.ts';
import type { Language } from '../../src-shared/preferences.ts';

/**
 * Makes the function that shows a server's time on a clock, the date first so that a column of them lines up.
 * Text that is not a time comes back as it is.
 */
export function createDateFormat(language: Language, clock: Clock): (text: string) => string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: clock.name,
    day: '2-digit',
    // By name, or by the order of its country, so that 03/04 can mean one day only.
    month: language === 'vi' ? '2-digit' : 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const separator = language === 'vi' ? '/' : ' ';
  return (text) => {
    const moment = parseMoment(text);
    if (Number.isNaN(moment)) return text;
    // Taken apart and put together here: no locale of Intl has the date first and columns that line up.
    const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
    const date = (['day', 'month', 'year'] as const).map((type) => parts.get(type));
    return `${date.join(separator)} ${parts.get('hour') ?? ''}:${parts.get('minute') ?? ''}`;
  };
}
