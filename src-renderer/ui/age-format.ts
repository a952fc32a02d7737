import { localTime, parseDate } from '../../src-shared/dates.ts';
import { dayNumber, type Reader } from './time-ago.ts';

/**
 * Returns a function that says how many days old a date of the API is: `34 days`, or `today`. Its result is empty for a
 * text that is no date, and for a date in the future.
 */
export function createAgeFormat({ now, language, clock }: Reader): (text: string) => string {
  const days = new Intl.NumberFormat(language, { style: 'unit', unit: 'day', unitDisplay: 'long' });
  const today = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'day');
  return (text) => {
    if (Number.isNaN(localTime(text, clock))) return '';
    // From midnight to midnight on the clock.
    const age = dayNumber(now, clock) - dayNumber(parseDate(text), clock);
    if (age < 0) return '';
    return age === 0 ? today.toLocaleLowerCase(language) : days.format(age);
  };
}
