import type { ErrorCode } from '../../src-shared/errors.ts';
import { AppError } from '../../src-shared/errors.ts';

/** Maps the error codes of the operating systems to the error codes of the app. */
const errorCodes: Partial<Record<string, ErrorCode>> = {
  EBUSY: 'file_in_use',
  ETXTBSY: 'file_in_use',
  EACCES: 'folder_not_writable',
  EROFS: 'folder_not_writable',
  EPERM: 'folder_not_writable',
  ENOENT: 'folder_missing',
  ENOTDIR: 'folder_missing',
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  // A drive was unplugged, or a network share lost its connection.
  EIO: 'disk_gone',
  ENXIO: 'disk_gone',
  ENODEV: 'disk_gone',
  ESTALE: 'disk_gone',
  EHOSTDOWN: 'disk_gone',
  ENAMETOOLONG: 'name_too_long',
  // Some file systems, such as FAT, forbid names that the operating system allows.
  EINVAL: 'name_invalid',
};

/** Returns the system's code of an error, such as `ENOENT`, or `undefined` if the error has none. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

/** Converts an error of the file system to an AppError with a file code and `path`. Returns other errors unchanged. */
export function toFileError(error: unknown, path: string): unknown {
  const code = systemCode(error);
  if (error instanceof AppError || code === undefined || !/^E[A-Z]+$/.test(code)) return error;
  return new AppError(
    { code: errorCodes[code] ?? 'file_failed', message: `${path}: ${code}`, path },
    { cause: error },
  );
}
