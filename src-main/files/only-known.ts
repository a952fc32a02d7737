import { z } from 'zod';
import { hasUnknownFields } from './has-unknown-fields.ts';

/**
 * Returns a schema that refuses a stored value as a whole if a part of it is invalid or unknown, such as a field of a newer
 * version. It is for values that would mean something else without a part: a filter without one condition matches others.
 */
export function onlyKnown<Value>(schema: z.ZodType<Value>) {
  return z.unknown().transform((stored, context): Value => {
    const parsed = schema.safeParse(stored);
    if (parsed.success && !hasUnknownFields(stored, parsed.data)) return parsed.data;
    const message = parsed.error ? z.prettifyError(parsed.error) : 'Unknown fields';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}
