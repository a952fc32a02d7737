/**
 * Finds out whether a stored value has fields that were left out when it was parsed, such as those of a newer version of
 * the app. Writing the parsed value would lose them. Texts that were left out of an array do not count: the name of a
 * column that is no longer known is dropped on purpose.
 */
export function hasUnknownFields(stored: unknown, parsed: unknown): boolean {
  if (typeof stored !== 'object' || stored === null) return false;
  if (typeof parsed !== 'object' || parsed === null) return true;
  const known = new Map<string, unknown>(Object.entries(parsed));
  return Object.entries(stored).some(([key, value]) =>
    Array.isArray(stored) && typeof value !== 'object'
      ? false
      : !known.has(key) || hasUnknownFields(value, known.get(key)),
  );
}
