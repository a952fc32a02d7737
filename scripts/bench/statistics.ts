/** The value that so much of them, 0 to 1, do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

/** One row of the table of numbers. */
export interface Measure {
  what: string;
  /** With its unit. */
  measured: string;
  bound: string;
  holds: boolean;
}

/** A measure that holds while it is at most its bound. */
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

/** The table as Markdown. */
export function toTable(measures: readonly Measure[]): string {
  const rows = measures.map(
    ({ what, measured, bound, holds }) =>
      `| ${what} | ${measured} | ${bound} | ${holds ? 'holds' : '**broken**'} |`,
  );
  return ['| what | measured | must be | |', '|---|---|---|---|', ...rows].join('\n');
}
