// Not in the file of the schema, because the renderer must not load zod.

/** The fields by which tenants are found in a list of values. */
export const matchedFields = ['id', 'domain', 'hotline', 'name'] as const;

/** The most values of one list, and characters of a value. A tenant's name has at most a few hundred. */
export const mostMatchedValues = 10_000;
export const longestMatchedValue = 1_000;

/** Returns the different values of a list, without the spaces around them. Only these are matched and counted. */
export function differentValues(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))];
}
