import type { Row } from './connection.ts';

// The tables are STRICT, so a value of another type is a bug in a query and not a state of the file.

export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw unexpectedType(column);
  return value;
}

export function textOrNull(row: Row, column: string): string | null {
  const value = row[column];
  if (value === null || typeof value === 'string') return value;
  throw unexpectedType(column);
}

export function number(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw unexpectedType(column);
  return value;
}

export function numberOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : number(row, column);
}

export function bytes(row: Row, column: string): Uint8Array {
  const value = row[column];
  if (!(value instanceof Uint8Array)) throw unexpectedType(column);
  return value;
}

/** Returns the values of an array that SQLite has made as JSON. */
export function array(row: Row | undefined, column: string): readonly unknown[] {
  const values: unknown = JSON.parse(text(row ?? {}, column));
  if (!Array.isArray(values)) throw unexpectedType(column);
  return values;
}

function unexpectedType(column: string): Error {
  return new Error(`The column ${column} has a value of an unexpected type`);
}
