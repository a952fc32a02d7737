import type { ListRecord, RecordField } from '../../../src-shared/list-record.ts';
import { valueOf } from '../../../src-shared/record-values.ts';
import type { RecordKind } from '../../../src-shared/record-kinds.ts';
import { searchableNumber } from '../../../src-shared/phone-number.ts';
import { fieldsByKind } from '../../../src-shared/tenant-fields.ts';
import { text, textOrNull } from '../sqlite/column-values.ts';
import type { Row } from '../sqlite/connection.ts';

/** The column of each field in the table `tenant_row`. */
export const columns = {
  id: 'id',
  name: 'name',
  domain: 'domain',
  status: 'status',
  ownerId: 'owner_id',
  connectionMethod: 'connection_method',
  connectionId: 'connection_id',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  hotline: 'hotline',
  network: 'network',
  isFreeCharge: 'is_free_charge',
  description: 'description',
} as const satisfies Record<RecordField, string>;

/** The columns that have a text in every row. The others can be NULL. */
const requiredFields: readonly RecordField[] = ['id', 'name', 'domain'];

/** The fields that can be searched, in the order of a row's searchable text. */
const searchedFields = {
  tenants: ['name', 'domain', 'id', 'ownerId', 'connectionId'],
  hotlines: ['name', 'hotline', 'description', 'network', 'id', 'ownerId', 'connectionId'],
} as const satisfies Record<RecordKind, readonly RecordField[]>;

/** How much of a name or a description can be searched. The other values are shorter. */
const searchedCharacters = 1_000;

function isLong(field: RecordField): boolean {
  return field === 'name' || field === 'description';
}

/** Returns the part of a value that can be searched, as in `RecordColumns.searchedText`. */
export function searchedPart(field: RecordField, value: string): string {
  if (field === 'hotline') return searchableNumber(value);
  if (!isLong(field) || value.length <= searchedCharacters) return value;
  // `substr` counts code points.
  return Array.from(value).slice(0, searchedCharacters).join('');
}

/** How the records of a kind are stored. */
export interface RecordColumns {
  fields: readonly RecordField[];
  /** The columns for an SQL statement, in the order of `fields`. */
  columnList: string;
  /** A parameter for each column of `columnList`. */
  parameterList: string;
  /** The definitions of the columns for `CREATE TABLE`. */
  definitions: string;
  searchedFields: readonly RecordField[];
  /** The SQL expression of a row's searchable text. */
  searchedText: string;
}

export const columnsByKind: Record<RecordKind, RecordColumns> = {
  tenants: createColumns('tenants'),
  hotlines: createColumns('hotlines'),
};

function createColumns(kind: RecordKind): RecordColumns {
  const fields = fieldsByKind[kind];
  const searched = searchedFields[kind].map((field) => {
    const column = columns[field];
    if (field === 'hotline') return `searchable_number(${column})`;
    return isLong(field) ? `substr(${column}, 1, ${searchedCharacters})` : column;
  });
  return {
    fields,
    columnList: fields.map((field) => columns[field]).join(', '),
    parameterList: fields.map(() => '?').join(', '),
    definitions: fields
      .map((field) => `${columns[field]} TEXT${requiredFields.includes(field) ? ' NOT NULL' : ''}`)
      .join(', '),
    searchedFields: searchedFields[kind],
    searchedText: `concat_ws(' ', ${searched.join(', ')})`,
  };
}

/** Returns the values of a record, in the order of `fields`. */
export function toColumnValues(record: ListRecord, { fields }: RecordColumns): (string | null)[] {
  return fields.map((field) => valueOf(record, field));
}

export function toRecord(row: Row, { fields }: RecordColumns): ListRecord {
  return {
    id: text(row, columns.id),
    name: text(row, columns.name),
    status: textOrNull(row, columns.status),
    ownerId: textOrNull(row, columns.ownerId),
    connectionMethod: textOrNull(row, columns.connectionMethod),
    connectionId: textOrNull(row, columns.connectionId),
    createdAt: textOrNull(row, columns.createdAt),
    updatedAt: textOrNull(row, columns.updatedAt),
    ...(fields.includes('domain') ? { domain: text(row, columns.domain) } : toHotline(row)),
  };
}

function toHotline(row: Row) {
  return {
    hotline: textOrNull(row, columns.hotline),
    network: textOrNull(row, columns.network),
    isFreeCharge: textOrNull(row, columns.isFreeCharge),
    description: textOrNull(row, columns.description),
  };
}
