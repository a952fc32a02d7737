import type { Connection } from './connection.ts';
import { bytes } from './values.ts';

/**
 * Another version of Unicode's data may order text in another way, and another version of this code may cut words in
 * another way: what they computed is then computed anew. The number is raised with every change of that code.
 */
const madeWith = `1 icu ${process.versions.icu ?? ''} unicode ${process.versions.unicode ?? ''}`;

export function saveNumbers(
  connection: Connection,
  list: number,
  part: string,
  numbers: Uint8Array | Uint32Array,
): void {
  connection.run(
    'INSERT OR REPLACE INTO list_index (list, part, made_with, data) VALUES (?, ?, ?, ?)',
    list,
    part,
    part === 'kinds' ? '' : madeWith,
    new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength),
  );
}

/** `undefined` when there is no such part, or one of another version. */
export function loadBytes(
  connection: Connection,
  list: number,
  part: string,
): Uint8Array | undefined {
  const row = connection.get(
    'SELECT data FROM list_index WHERE list = ? AND part = ? AND made_with = ?',
    list,
    part,
    part === 'kinds' ? '' : madeWith,
  );
  return row && bytes(row, 'data');
}

/** As `loadBytes`, for parts that consist of whole numbers of 32 bits. */
export function loadNumbers(
  connection: Connection,
  list: number,
  part: string,
): Uint32Array | undefined {
  const data = loadBytes(connection, list, part);
  if (data === undefined) return undefined;
  // The numbers must begin where a number may begin.
  const aligned = data.byteOffset % 4 === 0 ? data : data.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4);
}

export function deleteIndex(connection: Connection, list: number): void {
  connection.run('DELETE FROM list_index WHERE list = ?', list);
}
