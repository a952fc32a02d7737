import type { ErrorCode } from '../../src-shared/errors.ts';
import { AppError } from '../../src-shared/errors.ts';

/** What the systems answer, in words a person can act on. */
const codes: Partial<Record<string, ErrorCode>> = {
  EBUSY: 'file_in_use',
  ETXTBSY: 'file_in_use',
  EACCES: 'folder_not_writable',
  EROFS: 'folder_not_writable',
  EPERM: 'folder_not_writable',
  ENOENT: 'folder_missing',
  ENOTDIR: 'folder_missing',
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  // A drive that was pulled out, or a share whose network is gone.
  EIO: 'disk_gone',
  ENXIO: 'disk_gone',
  ENODEV: 'disk_gone',
  ESTALE: 'disk_gone',
  EHOSTDOWN: 'disk_gone',
  ENAMETOOLONG: 'name_too_long',
  // A disk may forbid what its system allows, as FAT does.
  EINVAL: 'name_invalid',
};

/** The system's code of an error, such as `ENOENT`; `undefined` for errors of another kind. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

/** Makes of a file system's error one with a code and the path it is about; any other error passes through. */
export function toFileError(error: unknown, path: string): unknown {
  const code = systemCode(error);
  if (error instanceof AppError || code === undefined || !/^E[A-Z]+$/.test(code)) return error;
  return new AppError(
    { code: codes[code] ?? 'file_failed', message: `${path}: ${code}`, path },
    { cause: error },
  );
}
