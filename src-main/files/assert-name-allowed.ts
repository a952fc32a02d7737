import { basename } from 'node:path';
import { AppError } from '../../src-shared/errors.ts';

/** https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const forbiddenOnWindows =
  // oxlint-disable-next-line no-control-regex -- Windows forbids control characters too
  /[<>:"/\\|?*\x00-\x1f]|[ .]$|^(?:con(?:in\$|out\$)?|prn|aux|nul|(?:com|lpt)[\d¹²³]) *(?:\.|$)/i;

/**
 * Checks that Windows allows the file name of `path`. Without this check, Windows reports a forbidden name as a missing
 * folder, and writes to a hidden stream of another file if the name contains a colon.
 *
 * @param platform the platform whose rules apply. Only Windows has any.
 * @throws AppError `name_invalid`
 */
export function assertNameAllowed(path: string, platform: NodeJS.Platform): void {
  if (platform !== 'win32' || !forbiddenOnWindows.test(basename(path))) return;
  throw new AppError({
    code: 'name_invalid',
    message: `Windows does not allow the file name of ${path}`,
    path,
  });
}
