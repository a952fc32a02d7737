import { fold } from '../../src-shared/search-text.ts';
import type { TableColumn } from '../matching/table-columns.ts';

/** What a column of a file can be imported as. */
export const importedFields = ['ownerName', 'tags', 'note'] as const;
type ImportedField = (typeof importedFields)[number];

/** The columns of a sheet, by their index; `null` for none. */
export type ColumnMapping = Record<'tenant' | ImportedField, number | null>;

/** Headings in English and Vietnamese, without accents. The app's own sheets have the first of each. */
const headings: Record<ImportedField, RegExp> = {
  ownerName: /^(owner name|ten chu so huu|owner|chu so huu|customer( name)?|(ten )?khach hang)$/,
  tags: /^(tags?|(cac )?nhan|labels?)$/,
  note: /^(notes?|ghi chu|comments?|remarks?|chu thich)$/,
};
const tenantHeading = /^((tenant )?id|id tong dai|ma tong dai|(tenant )?domain|ten mien)$/;
/** A heading of other ids, such as the owner's. */
const otherIdHeading = /\bid\b|\bma\b/;

const tenantValue = /^(\d{15,19}|[^\s@]+\.[^\s@]+)$/;
const digits = /^\d+$/;

/** Guesses which column has the tenants, and which have values to import: by their headings, then by their values. */
export function guessColumns(columns: readonly TableColumn[], hasHeadings: boolean): ColumnMapping {
  const headed = columns.map((column) => ({
    ...column,
    heading: hasHeadings ? fold(column.heading.trim()) : '',
  }));
  const tenant =
    headed.find(({ heading }) => tenantHeading.test(heading)) ??
    headed.find(
      ({ heading, values }) =>
        !otherIdHeading.test(heading) && mostOf(values, (value) => tenantValue.test(value)),
    ) ??
    headed[0];
  const find = (field: ImportedField) =>
    headed.find(
      ({ index, heading, values }) =>
        index !== tenant?.index &&
        headings[field].test(heading) &&
        // An id is no name.
        !(field === 'ownerName' && mostOf(values, (value) => digits.test(value))),
    )?.index ?? null;
  return {
    tenant: tenant?.index ?? null,
    ownerName: find('ownerName'),
    tags: find('tags'),
    note: find('note'),
  };
}

function mostOf(values: readonly string[], holds: (value: string) => boolean): boolean {
  return values.length > 0 && values.filter(holds).length > values.length / 2;
}
