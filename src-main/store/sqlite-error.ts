import type { ErrorCode } from '../../src-shared/errors.ts';
import { AppError } from '../../src-shared/errors.ts';

/** SQLite's primary result codes: https://sqlite.org/rescode.html */
const codes: Partial<Record<number, ErrorCode>> = {
  3: 'folder_not_writable', // SQLITE_PERM
  8: 'folder_not_writable', // SQLITE_READONLY
  13: 'disk_full', // SQLITE_FULL
  14: 'folder_not_writable', // SQLITE_CANTOPEN
};

/** There is no room for the index beside the log (`-shm`); SQLite calls it a failure of input and output. */
const noRoomForSharedMemory = 4874; // SQLITE_IOERR_SHMSIZE

/** Codes of a file that is not a database, or is one no longer. */
const damaged = new Set([
  1, // SQLITE_ERROR: a header that asks for what does not exist
  11, // SQLITE_CORRUPT
  26, // SQLITE_NOTADB
]);

/** The extended result code of an SQLite error; `undefined` for errors of another kind. */
function resultCode(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode
    : undefined;
}

/** Whether the file itself is to blame: not a full disk, not a lock, not a right that is missing. */
export function isDamage(error: unknown): boolean {
  const code = resultCode(error instanceof AppError ? error.cause : error);
  return code !== undefined && damaged.has(code & 0xff);
}

/** Makes of an SQLite error one with a code and the path it is about; any other error passes through. */
export function toStoreError(error: unknown, path: string): unknown {
  const code = resultCode(error);
  if (code === undefined || error instanceof AppError) return error;
  const appCode =
    code === noRoomForSharedMemory ? 'disk_full' : (codes[code & 0xff] ?? 'store_failed');
  const detail = error instanceof Error ? error.message : '';
  return new AppError(
    { code: appCode, message: `${path}: SQLite ${code}: ${detail}`, path },
    { cause: error },
  );
}

/** Whether SQLite refuses to write at all, although the system would let it. */
export function isReadOnly(error: unknown): boolean {
  return resultCode(error instanceof AppError ? error.cause : error) === 8; // SQLITE_READONLY
}
