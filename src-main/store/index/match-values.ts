import { literalForm, wordsOf } from '../../../src-shared/search-text.ts';
import { differentValues, type matchedFields } from '../../../src-shared/matched-fields.ts';
import { isPhoneNumber, phoneDigits } from '../../../src-shared/phone-number.ts';
import type { Matching } from '../../../src-shared/matching.ts';
import type { RecordField } from '../../../src-shared/list-record.ts';
import { sortedCharacters } from '../rows/row-set.ts';

type MatchedField = (typeof matchedFields)[number];

/** Rows whose values can be compared. */
interface ComparedRows {
  length: number;
  /** The fields that the rows have. */
  fields: readonly RecordField[];
  /** Returns the values of a column, by place. They are cut to `sortedCharacters`. */
  values: (field: RecordField) => Iterable<string | null>;
  valueAt: (field: RecordField, place: number) => string | null;
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
  const searches = by === 'any' ? anySearches : [{ field: by, isSought: () => true }];
  for (const { field, isSought } of searches) {
    if (!compared.fields.includes(field)) continue;
    const sought = wanted.filter(isSought);
    // Reading a column takes most of the time.
    if (sought.length === 0) continue;
    const keyOf = field === 'name' ? createNameComparison() : comparisons[field];
    const byKey = Map.groupBy(sought, keyOf);
    byKey.delete('');
    const foundKeys = new Set<string>();
    let place = -1;
    for (const value of compared.values(field)) {
      place++;
      if (value === null || value === '') continue;
      const isCut = value.length >= sortedCharacters;
      const whole = isCut ? (compared.valueAt(field, place) ?? '') : value;
      const key = keyOf(whole);
      if (!byKey.has(key)) continue;
      foundKeys.add(key);
      if (rows[place] === 0) count++;
      rows[place] = 1;
    }
    const wasSought = new Set(sought);
    wanted = wanted.filter((value) => !wasSought.has(value) || !foundKeys.has(keyOf(value)));
  }
  return { rows, count, found: total - wanted.length, notFound: wanted };
}

interface Search {
  field: MatchedField;
  isSought: (value: string) => boolean;
}

/** How values are looked for that can be of any field, in this order. */
const anySearches: readonly Search[] = [
  { field: 'id', isSought: () => true },
  { field: 'domain', isSought: (value) => !isId(value) },
  // A number that is not only digits, such as `1900 6060`, can be the name of another hotline.
  { field: 'name', isSought: (value) => isWrittenNumber(value) },
  { field: 'hotline', isSought: (value) => !isId(value) && isPhoneNumber(value) },
  { field: 'name', isSought: (value) => !isId(value) },
];

/** Whether a value is an id and nothing else: no company or domain has so many digits as its name. */
function isId(value: string): boolean {
  return /^\d{15,}$/.test(comparisons.id(value));
}

/** Whether a value is a phone number with more than digits. */
function isWrittenNumber(value: string): boolean {
  return /\D/.test(value) && isPhoneNumber(value);
}

/** Returns the form in which values of a field are compared; empty for a value that cannot be compared. */
export const comparisons: Record<MatchedField, (value: string) => string> = {
  id: (value) => (onlyVisibleAscii.test(value) ? value : plainForm(value) || value),
  domain: (value) => domainOf(value.toLowerCase()),
  hotline: significantDigitsOf,
  name: (value) => wordsOf(value).folded || literalForm(value).trim(),
};

/** Returns `comparisons.name`, several times as fast for many names: they share most of their words, which it keeps. */
function createNameComparison(): (value: string) => string {
  const folded = new Map<string, string>();
  return (value) => {
    let words = '';
    // No word contains a space.
    for (const part of value.split(' ')) {
      let known = folded.get(part);
      if (known === undefined) folded.set(part, (known = wordsOf(part).folded));
      words += known;
    }
    return words || literalForm(value).trim();
  };
}

/** Returns a phone number without its leading zeros, which a spreadsheet may have lost. */
function significantDigitsOf(value: string): string {
  return phoneDigits(value).replace(/^0+/, '');
}

/** Returns the domain of a domain or a web address. */
function domainOf(value: string): string {
  // Nearly all are domains, and a test is faster than three replacements.
  if (onlyDomain.test(value)) return value;
  return plainForm(value)
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/s, '')
    .replace(/:\d+$/, '')
    .replace(/\.$/, '');
}

const onlyDomain = /^[a-z\d.-]*[a-z\d-]$/;
const onlyVisibleAscii = /^[!-~]*$/;

/** Returns a value without the invisible characters, other spaces and full-width digits that a copied value can have. */
function plainForm(value: string): string {
  return value
    .replaceAll(/\p{Cf}/gu, '')
    .normalize('NFKC')
    .trim();
}
