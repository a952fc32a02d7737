import { z } from 'zod';

/** One row of the table. */
export interface Measure {
  what: string;
  /** With its unit. */
  measured: string;
  bound: string;
  holds: boolean;
}

const measuresSchema: z.ZodType<Measure[]> = z.array(
  z.object({ what: z.string(), measured: z.string(), bound: z.string(), holds: z.boolean() }),
);

/** Returns the quantile for a share from 0 to 1: the value that this share of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

/** Returns a measure that holds if the value is at most the bound. */
export function atMost(what: string, value: number, bound: number, unit: string): Measure {
  const digits = Number.isInteger(value) ? 0 : unit === '' || bound < 10 ? 3 : 1;
  const suffix = unit === '' ? '' : ` ${unit}`;
  return {
    what,
    measured: value.toFixed(digits) + suffix,
    bound: `≤ ${bound}${suffix}`,
    holds: value <= bound,
  };
}

/** Returns the measures as a Markdown table. */
export function toTable(measures: readonly Measure[]): string {
  const rows = measures.map(
    ({ what, measured, bound, holds }) =>
      `| ${what} | ${measured} | ${bound} | ${holds ? 'holds' : '**exceeded**'} |`,
  );
  return ['| what | measured | must be | |', '|---|---|---|---|', ...rows].join('\n');
}

/** Sends the measures to the process that started this part. */
export function report(measures: Measure[]): void {
  process.send?.(measures);
}

/** Parses what a part has sent. @throws if it is not a list of measures. */
export function parseReport(message: unknown): Measure[] {
  return measuresSchema.parse(message);
}
