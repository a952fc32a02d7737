import { z } from 'zod';

/** Returns the schema of an object with defaults, so that an invalid value in a file costs only itself. */
export function withDefaults<Schema extends z.ZodType>(defaults: object, schema: Schema) {
  return z.preprocess(
    (stored) =>
      typeof stored === 'object' && stored !== null && !Array.isArray(stored)
        ? { ...defaults, ...stored }
        : stored,
    schema,
  );
}
