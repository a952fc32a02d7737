import type { ValueCount } from '../../src-shared/facets.ts';
import { noValue } from '../../src-shared/filter-values.ts';

/** Returns the values that a menu offers: those of the list, then chosen ones that the list no longer has. */
export function listChoices(
  values: readonly ValueCount[],
  chosen: readonly string[],
): { value: string; count: number }[] {
  const choices = values.map(({ value, count }) => ({ value: value ?? noValue, count }));
  const missing = chosen.filter((value) => choices.every((choice) => choice.value !== value));
  return [...choices, ...missing.map((value) => ({ value, count: 0 }))];
}
