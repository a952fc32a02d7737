import { timeZone } from '../../src-shared/time-zone.ts';

const minutes = Math.abs(timeZone.offsetMinutes);
const offset = `${timeZone.offsetMinutes < 0 ? '-' : '+'}${pad(minutes / 60)}:${pad(minutes % 60)}`;

function pad(number: number): string {
  return String(Math.floor(number)).padStart(2, '0');
}

/** A date input gives years beyond 9999 too, which RFC 3339 cannot write. */
const day = /^\d{4}-\d{2}-\d{2}$/;

/** The first moment of a day of Vietnam's calendar, where the dates on screen are from; `null` for no day. */
export function startOfDay(text: string): string | null {
  return day.test(text) ? `${text}T00:00:00${offset}` : null;
}

/** The last moment of the day, to the digits the server writes. */
export function endOfDay(text: string): string | null {
  return day.test(text) ? `${text}T23:59:59.999999${offset}` : null;
}
