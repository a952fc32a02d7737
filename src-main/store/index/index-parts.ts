import type { RowSet } from '../rows/row-set.ts';
import { bytes, text } from '../sqlite/column-values.ts';

/**
 * Names what the parts were computed with. ICU defines how text sorts, Unicode data and this code how it is split
 * into words. Parts with another name are computed again. Raise the number when that code changes.
 */
const computedWith = `3 icu ${process.versions.icu ?? ''} unicode ${process.versions.unicode ?? ''}`;

export function savePart(rows: RowSet, part: string, numbers: Uint8Array | Uint32Array): void {
  rows.connection.run(
    'INSERT OR REPLACE INTO index_part (row_set, name, computed_with, data) VALUES (?, ?, ?, ?)',
    rows.id,
    part,
    computedWith,
    new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength),
  );
}

/** Returns `undefined` if the part is missing or out of date. */
export function loadBytes(rows: RowSet, part: string): Uint8Array | undefined {
  const row = rows.connection.get(
    'SELECT data FROM index_part WHERE row_set = ? AND name = ? AND computed_with = ?',
    rows.id,
    part,
    computedWith,
  );
  return row && bytes(row, 'data');
}

/** Like `loadBytes`, for a part that was saved as 32-bit numbers. */
export function loadNumbers(rows: RowSet, part: string): Uint32Array | undefined {
  const data = loadBytes(rows, part);
  if (data === undefined) return undefined;
  // A Uint32Array must start at a multiple of 4 in its buffer.
  const aligned = data.byteOffset % 4 === 0 ? data : data.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4);
}

/** Returns the names of the parts that are saved and up to date. */
export function savedParts(rows: RowSet): Set<string> {
  const saved = rows.connection.all(
    'SELECT name FROM index_part WHERE row_set = ? AND computed_with = ?',
    rows.id,
    computedWith,
  );
  return new Set(saved.map((row) => text(row, 'name')));
}

export function deletePart(rows: RowSet, part: string): void {
  rows.connection.run('DELETE FROM index_part WHERE row_set = ? AND name = ?', rows.id, part);
}

export function deleteIndex(rows: RowSet): void {
  rows.connection.run('DELETE FROM index_part WHERE row_set = ?', rows.id);
}
