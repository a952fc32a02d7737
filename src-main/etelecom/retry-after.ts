import type { AnswerHeaders } from './transport.ts';

/**
 * Returns the wait that `Retry-After` asks for, in milliseconds; 0 if there is none, or one that is past or unreadable.
 * A date is compared with the answer's own `Date`, because this computer's clock can be wrong. Of several numbers with commas
 * between them, the first one counts.
 *
 * https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function retryAfter(headers: AnswerHeaders, now = Date.now()): number {
  const value = headers.get('retry-after')?.trim() ?? '';
  const seconds = /^(\d+(?:\.\d+)?)\s*(?:,|$)/.exec(value)?.[1];
  if (seconds !== undefined) return Number(seconds) * 1000;
  const sentAt = parseHttpDate(headers.get('date') ?? '');
  const wait = parseHttpDate(value) - (Number.isNaN(sentAt) ? now : sentAt);
  return Number.isNaN(wait) ? 0 : Math.max(0, wait);
}

/** Parses a date of a header. Without a zone, as in the form of C's `asctime`, it is in UTC: RFC 9110, section 5.6.7. */
function parseHttpDate(value: string): number {
  const hasZone = /(?:GMT|UTC|Z|[+-]\d\d:?\d\d)$/i.test(value.trim());
  const utc = /\dT\d/.test(value) ? 'Z' : ' GMT';
  return Date.parse(hasZone ? value : value + utc);
}
