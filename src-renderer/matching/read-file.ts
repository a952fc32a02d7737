import { AppError } from '../../src-shared/errors.ts';
import { longestTableFile, longestTableName } from '../../src-shared/limits.ts';
import type { TableFile } from '../../src-shared/tables.ts';
import type { Call } from '../bridge/call.ts';

/** Reads the cells of a file that the user has chosen. @throws AppError */
export async function readFile(call: Call, file: File, signal: AbortSignal): Promise<TableFile> {
  if (file.size > longestTableFile) {
    throw new AppError({ code: 'table_too_large', message: 'The file has too many bytes' });
  }
  const base64 = await toBase64(file);
  return call('readTable', { name: file.name.slice(0, longestTableName), base64 }, { signal });
}

/** @throws AppError `table_unreadable` if the file is gone, or may not be read. */
async function toBase64(file: File): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const reader = new FileReader();
  reader.addEventListener('load', () => {
    const url = typeof reader.result === 'string' ? reader.result : '';
    resolve(url.slice(url.indexOf(',') + 1));
  });
  reader.addEventListener('error', () => {
    const message = 'The file could not be opened';
    reject(new AppError({ code: 'table_unreadable', message }, { cause: reader.error }));
  });
  reader.readAsDataURL(file);
  return promise;
}
