import { constants } from 'node:os';
import { expect, it } from 'vitest';
import { toFileError } from './file-error.ts';

function convert(code: string, syscall: string) {
  const error = Object.assign(new Error(`${code}: ${syscall}`), { code, syscall });
  return toFileError(error, '/folder/file');
}

it.each([
  ['EINVAL', 'open', 'name_invalid'],
  ['EINVAL', 'rename', 'name_invalid'],
  ['EILSEQ', 'open', 'name_invalid'],
  // These calls do not concern the name.
  ['EINVAL', 'fsync', 'file_failed'],
  ['EINVAL', 'write', 'file_failed'],
  ['EINVAL', 'ftruncate', 'file_failed'],
  ['ENOTSUP', 'fsync', 'file_failed'],
  ['ELOOP', 'open', 'file_failed'],
  ['EISDIR', 'open', 'file_failed'],
  ['UNKNOWN', 'open', 'file_failed'],
  ['EIO', 'write', 'disk_gone'],
  ['ENOTCONN', 'open', 'disk_gone'],
  ['ETIMEDOUT', 'read', 'disk_gone'],
  ['ENOSPC', 'write', 'disk_full'],
  ['EROFS', 'open', 'folder_not_writable'],
])('converts %s of %s to %s', (code, syscall, expected) => {
  expect(convert(code, syscall)).toMatchObject({
    name: 'AppError',
    code: expected,
    path: '/folder/file',
  });
});

it.skipIf(process.platform === 'win32').each([
  ['EDQUOT', 'disk_full'],
  ['ESTALE', 'disk_gone'],
] as const)('converts %s, for which Node has no name, to %s', (name, expected) => {
  const errno = -constants.errno[name];
  const code = `Unknown system error ${errno}`;
  const error = Object.assign(new Error(code), { code, errno, syscall: 'open' });
  expect(toFileError(error, '/folder/file')).toMatchObject({ name: 'AppError', code: expected });
});

it('returns errors that are not of the system unchanged', () => {
  for (const code of ['ERR_INVALID_STATE', 'canceled']) {
    expect(convert(code, 'open')).toMatchObject({ code });
    expect(convert(code, 'open')).not.toMatchObject({ name: 'AppError' });
  }
});
