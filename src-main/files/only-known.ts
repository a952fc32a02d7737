import { z } from 'zod';
import { hasUnknownFields } from './has-unknown-fields.ts';

/**
 * Returns the schema for a stored value that would mean something else without one of its parts, such as a filter.
 * `parseByValue` drops it as a whole if a part is invalid, or has a field that only a newer version of the app knows.
 */
export function onlyKnown<Value>(schema: z.ZodType<Value>) {
  return z.unknown().transform((stored, context): Value => {
    const parsed = schema.safeParse(stored);
    if (parsed.success && !hasUnknownFields(stored, parsed.data)) return parsed.data;
    const message = parsed.error ? z.prettifyError(parsed.error) : 'It has unknown fields';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}
