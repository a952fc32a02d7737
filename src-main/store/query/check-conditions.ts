import type { Condition, IndexedRows } from './compile-filter.ts';

/** Marks a row that fails more than one condition, or does not belong to the view. */
const severalFailures = 255;

/**
 * Checks every row against every condition.
 *
 * @returns by place, the number of the only condition that the row fails, counted from 1; 0 if it meets all.
 */
export function checkConditions(
  { index: { length }, isShown }: IndexedRows,
  conditions: readonly Condition[],
): Uint8Array {
  const failures = new Uint8Array(length);
  for (let place = 0; place < length; place++) {
    if (!isShown(place)) failures[place] = severalFailures;
  }
  for (const [index, { holds }] of conditions.entries()) {
    for (let place = 0; place < length; place++) {
      if (failures[place] === severalFailures || holds(place)) continue;
      failures[place] = failures[place] === 0 ? index + 1 : severalFailures;
    }
  }
  return failures;
}
