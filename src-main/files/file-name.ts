import { basename } from 'node:path';
import { AppError } from '../../src-shared/errors.ts';

/** https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
// eslint-disable-next-line no-control-regex -- Windows forbids these too
const forbiddenOnWindows = /[<>:"/\\|?*\x00-\x1f]|[ .]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Windows answers a name it forbids as if the folder were not there, and takes a colon for a hidden stream of another
 * file; so it is not asked.
 *
 * @param platform whose rules hold.
 * @throws AppError `name_invalid`
 */
export function assertNameAllowed(path: string, platform: NodeJS.Platform): void {
  if (platform !== 'win32' || !forbiddenOnWindows.test(basename(path))) return;
  throw new AppError({
    code: 'name_invalid',
    message: `Windows forbids the name of ${path}`,
    path,
  });
}
