import { dirname } from 'node:path';
import type { ErrorCode } from '../../../src-shared/errors.ts';
import { AppError } from '../../../src-shared/errors.ts';

/** SQLite's primary result codes that the app has an error code for: https://sqlite.org/rescode.html */
const appCodes: Partial<Record<number, ErrorCode>> = {
  3: 'folder_not_writable', // SQLITE_PERM
  5: 'store_locked', // SQLITE_BUSY
  6: 'store_locked', // SQLITE_LOCKED
  8: 'folder_not_writable', // SQLITE_READONLY
  10: 'store_disk_failed', // SQLITE_IOERR
  13: 'disk_full', // SQLITE_FULL
  14: 'folder_not_writable', // SQLITE_CANTOPEN
  15: 'store_locked', // SQLITE_PROTOCOL
};

/** Primary result codes with which SQLite refuses the write-ahead log or its shared memory. */
const walRefusals = new Set([
  8, // SQLITE_READONLY: the shared memory cannot be created or locked
  10, // SQLITE_IOERR: the disk cannot map a file to memory, or cannot lock a part of it
  14, // SQLITE_CANTOPEN
  15, // SQLITE_PROTOCOL
]);

/** The disk is too full for the shared-memory file (`-shm`). SQLite reports this as an I/O error. */
const sharedMemoryFull = 4874; // SQLITE_IOERR_SHMSIZE

/** Primary result codes of a file that is damaged or not a database. */
const unreadableCodes = new Set([
  1, // SQLITE_ERROR: the header requires an unknown feature
  11, // SQLITE_CORRUPT
  26, // SQLITE_NOTADB
]);

/** A file that SQLite can open, but that is damaged or was not written by this version of the app. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';
}

/** Returns the extended result code of an SQLite error, and `undefined` for any other error. */
function resultCode(error: unknown): number | undefined {
  const cause = error instanceof AppError ? error.cause : error;
  return cause instanceof Error && 'errcode' in cause && typeof cause.errcode === 'number'
    ? cause.errcode
    : undefined;
}

/** Whether the file's content is the cause of the error, not a full disk, a lock or a missing permission. */
export function isUnreadableFile(error: unknown): boolean {
  const code = resultCode(error);
  return (
    error instanceof UnreadableFileError || (code !== undefined && unreadableCodes.has(code & 0xff))
  );
}

/** Whether SQLite refuses to write to the file, although the operating system permits it. */
export function isReadOnly(error: unknown): boolean {
  return resultCode(error) === 8; // SQLITE_READONLY
}

/**
 * Whether the disk may refuse the write-ahead log, as many network shares do: https://sqlite.org/wal.html#noshm
 */
export function isWalRefused(error: unknown): boolean {
  const code = resultCode(error);
  return code !== undefined && code !== sharedMemoryFull && walRefusals.has(code & 0xff);
}

/** Converts an SQLite error to an `AppError` that names the path. Returns any other error unchanged. */
export function toStoreError(error: unknown, path: string): unknown {
  const code = resultCode(error);
  if (code === undefined || error instanceof AppError) return error;
  const appCode =
    code === sharedMemoryFull ? 'disk_full' : (appCodes[code & 0xff] ?? 'store_failed');
  const detail = error instanceof Error ? error.message : '';
  const named = appCode === 'store_disk_failed' ? dirname(path) : path;
  return new AppError(
    { code: appCode, message: `${path}: SQLite ${code}: ${detail}`, path: named },
    { cause: error },
  );
}
