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
  const sentAt = Date.parse(headers.get('date') ?? '');
  const wait = Date.parse(value) - (Number.isNaN(sentAt) ? now : sentAt);
  return Number.isNaN(wait) ? 0 : Math.max(0, wait);
}
