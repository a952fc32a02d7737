import { weekdays, type Weekday } from '../../src-shared/weekdays.ts';
import { useLanguage } from '../ui/use-language.ts';

/** A Monday. */
const monday = Date.UTC(2026, 10, 23);
const day = 86_400_000;

/** Returns the short names of the days of the week. */
export function useDayNames(): Record<Weekday, string> {
  const format = new Intl.DateTimeFormat(useLanguage(), { weekday: 'short', timeZone: 'UTC' });
  const name = (weekday: Weekday) => format.format(monday + weekdays.indexOf(weekday) * day);
  return {
    monday: name('monday'),
    tuesday: name('tuesday'),
    wednesday: name('wednesday'),
    thursday: name('thursday'),
    friday: name('friday'),
    saturday: name('saturday'),
    sunday: name('sunday'),
  };
}

/** Returns an hour as a time: `08:00`. */
export function hourText(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
