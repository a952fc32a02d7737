/** More rows than any list has. */
const manyRows = 2 ** 24;

/**
 * Returns the version of a list whose first run has not ended. It is negative, and differs whenever the rows differ: a
 * page adds rows, or replaces rows by duplicates.
 */
export function partialVersion({ rows, duplicates }: { rows: number; duplicates: number }): number {
  return -(duplicates * manyRows + rows);
}

/** Returns whether rows were only appended between two versions of a list. */
export function onlyAppends(before: number, after: number): boolean {
  if (before >= 0 || after >= 0) return false;
  return Math.floor(-before / manyRows) === Math.floor(-after / manyRows);
}
