import { constants } from 'node:os';
import type { ErrorCode } from '../../src-shared/errors.ts';
import { AppError } from '../../src-shared/errors.ts';

/** Maps the error codes of the operating systems to the error codes of the app. All others are `file_failed`. */
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
  EHOSTUNREACH: 'disk_gone',
  ENETDOWN: 'disk_gone',
  ENETUNREACH: 'disk_gone',
  ENOTCONN: 'disk_gone',
  ECONNABORTED: 'disk_gone',
  ECONNRESET: 'disk_gone',
  ETIMEDOUT: 'disk_gone',
  ENAMETOOLONG: 'name_too_long',
  EILSEQ: 'name_invalid',
};

/** The calls that create a name. Some file systems, such as FAT, forbid names that the operating system allows. */
const namingCalls = new Set(['open', 'rename']);

/** Returns the system's code of an error, such as `ENOENT`, or `undefined` if the error has none. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return;
  // libuv has no names for some codes, such as EDQUOT and ESTALE: https://docs.libuv.org/en/v1.x/errors.html
  if (!error.code.startsWith('Unknown system error') || !('errno' in error)) return error.code;
  const [name = error.code] =
    Object.entries(constants.errno).find(([, number]) => -number === error.errno) ?? [];
  return name;
}

/** Converts an error of the file system to an AppError with a file code and `path`. Returns other errors unchanged. */
export function toFileError(error: unknown, path: string): unknown {
  const code = systemCode(error);
  // `UNKNOWN` stands for the codes of Windows that Node has no name for. Node's own codes have an underscore.
  const isOfSystem = code !== undefined && /^(?:E[A-Z\d]+|UNKNOWN)$/.test(code);
  if (error instanceof AppError || !isOfSystem) return error;
  return new AppError(
    { code: findErrorCode(code, error), message: `${path}: ${code}`, path },
    { cause: error },
  );
}

function findErrorCode(code: string, error: unknown): ErrorCode {
  const call =
    error instanceof Error && 'syscall' in error && typeof error.syscall === 'string'
      ? error.syscall
      : '';
  // Other calls report an operation that the disk does not support with this code.
  if (code === 'EINVAL' && namingCalls.has(call)) return 'name_invalid';
  // A file has the name of the folder.
  if (code === 'EEXIST' && call === 'mkdir') return 'folder_missing';
  return errorCodes[code] ?? 'file_failed';
}
