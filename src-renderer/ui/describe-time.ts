import { localTime, parseDate } from '../../src-shared/dates.ts';
import { createDateFormat } from './date-format.ts';
import { timeAgo, type Reader } from './time-ago.ts';

/**
 * Says how long ago a date of the API was, and the exact moment: `3 days ago · 21 Nov 2026 14:05:33 (UTC+7)`. Returns an
 * empty text if the server has no date, and `null` for other texts.
 */
export function describeTime(text: string, reader: Reader): string | null {
  const { language, clock } = reader;
  const moment = createDateFormat(language, clock, 'seconds')(text);
  if (moment === '') return '';
  if (Number.isNaN(localTime(text, clock))) return null;
  return `${timeAgo(parseDate(text), reader)} · ${moment} (${clock.label})`;
}
