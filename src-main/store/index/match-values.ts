import { literalForm, wordsOf } from '../../../src-shared/search-text.ts';
import { matchedFields } from '../../../src-shared/matched-fields.ts';
import type { Matching } from '../../../src-shared/matching.ts';
import type { TenantField } from '../../../src-shared/tenant.ts';
import { sortedCharacters } from '../rows/row-set.ts';

type MatchedField = (typeof matchedFields)[number];

/** Rows whose values can be compared. */
interface ComparedRows {
  length: number;
  /** Returns the values of a column, by place. They are cut to `sortedCharacters`. */
  values: (field: TenantField) => Iterable<string | null>;
  valueAt: (field: TenantField, place: number) => string | null;
}

/** The rows that have one of the values. */
export interface MatchedRows {
  /** By place, 1 for a row that has a value. */
  rows: Uint8Array;
  /** The number of these rows. */
  count: number;
  /** The different values that were found, and those that were not. */
  found: number;
  notFound: string[];
}

/** Finds the rows that have one of the values (see `matchingSchema`). */
export function matchValues(compared: ComparedRows, { by, values }: Matching): MatchedRows {
  const rows = new Uint8Array(compared.length);
  let wanted = differentValues(values);
  const total = wanted.length;
  let count = 0;
  for (const field of by === 'any' ? matchedFields : [by]) {
    // Reading a column takes most of the time.
    if (wanted.length === 0) break;
    const byKey = Map.groupBy(wanted, comparisons[field]);
    byKey.delete('');
    const foundKeys = new Set<string>();
    let place = -1;
    for (const value of compared.values(field)) {
      place++;
      if (value === null || value === '') continue;
      const isCut = value.length >= sortedCharacters;
      const whole = isCut ? (compared.valueAt(field, place) ?? '') : value;
      const key = comparisons[field](whole);
      if (!byKey.has(key)) continue;
      foundKeys.add(key);
      if (rows[place] === 0) count++;
      rows[place] = 1;
    }
    wanted = wanted.filter((value) => !foundKeys.has(comparisons[field](value)));
  }
  return { rows, count, found: total - wanted.length, notFound: wanted };
}

function differentValues(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))];
}

/** Returns the form in which values of a field are compared; empty for a value that cannot be compared. */
export const comparisons: Record<MatchedField, (value: string) => string> = {
  id: (value) => value,
  domain: (value) => domainOf(value.toLowerCase()),
  name: (value) => wordsOf(value).folded || literalForm(value),
};

/** Returns the domain of a domain or a web address. */
function domainOf(value: string): string {
  return value
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/s, '')
    .replace(/\.$/, '');
}
