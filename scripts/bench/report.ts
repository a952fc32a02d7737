import { z } from 'zod';
import type { Measure } from './statistics.ts';

const measuresSchema: z.ZodType<Measure[]> = z.array(
  z.object({ what: z.string(), measured: z.string(), bound: z.string(), holds: z.boolean() }),
);

/** Tells the process that has started this part what was measured. */
export function report(measures: Measure[]): void {
  process.send?.(measures);
}

/** What a part has reported; throws for anything else. */
export function parseReport(message: unknown): Measure[] {
  return measuresSchema.parse(message);
}
