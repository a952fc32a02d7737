import { dateKey } from '../../../src-shared/dates.ts';

/** Returns whether a date is later than another one. A text that is no date is earlier than any date. */
export function isLaterDate(a: string | null, b: string | null): boolean {
  const [key, otherKey] = [a, b].map((text) => (text === null ? null : dateKey(text)));
  if (key == null) return false;
  return otherKey == null || key > otherKey;
}
