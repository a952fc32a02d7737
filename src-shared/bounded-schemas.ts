import { z } from 'zod';

/** The parts of the schemas made here, for the test that finds a part of a request without a maximum. */
export const boundedParts = new WeakMap<object, readonly z.ZodType[]>();

/**
 * Returns the schema of a long array. It stops at the first invalid element, because zod's own array collects an error
 * for every element, which takes seconds and gigabytes for a million wrong values.
 */
export function longArray<Element extends z.ZodType>(element: Element, maximum: number) {
  const schema = z
    .array(z.unknown())
    .max(maximum)
    .transform((values, context): z.output<Element>[] => {
      const parsed: z.output<Element>[] = [];
      for (const [index, value] of values.entries()) {
        const result = element.safeParse(value);
        if (!result.success) {
          const message = z.prettifyError(result.error);
          context.addIssue({ code: 'custom', message, path: [index] });
          return z.NEVER;
        }
        parsed.push(result.data);
      }
      return parsed;
    });
  boundedParts.set(schema, [element]);
  return schema;
}

/** Returns the schema of an object with any names, up to a number of them. */
export function boundedRecord<Value extends z.ZodType>(
  name: z.ZodString,
  value: Value,
  maximum: number,
) {
  const schema = z.record(name, value).check(({ value: record, issues }) => {
    if (Object.keys(record).length <= maximum) return;
    const message = `Only ${maximum} names are allowed`;
    // Not a custom issue, so that the repair of a file keeps the first names.
    const limit = { maximum, inclusive: true } as const;
    issues.push({ code: 'too_big', origin: 'object', ...limit, input: record, message });
  });
  boundedParts.set(schema, [name, value]);
  return schema;
}
