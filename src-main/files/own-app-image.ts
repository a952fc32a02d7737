import { isAbsolute, relative } from 'node:path';

/**
 * Returns the path of the AppImage that this process runs from, or `null` if it runs from none. Every program that is
 * started from inside an AppImage, such as a terminal, inherits `APPIMAGE` and `APPDIR`. Only if the app itself is in
 * `APPDIR`, the AppImage is its own: https://docs.appimage.org/packaging-guide/environment-variables.html
 *
 * @param resourcesPath the folder of the app's resources; `undefined` outside of Electron.
 */
export function findOwnAppImage(
  { APPIMAGE, APPDIR }: NodeJS.ProcessEnv,
  resourcesPath: string | undefined,
): string | null {
  if (!APPIMAGE || !APPDIR || resourcesPath === undefined) return null;
  const place = relative(APPDIR, resourcesPath);
  const isInside = place !== '' && !place.startsWith('..') && !isAbsolute(place);
  return isInside ? APPIMAGE : null;
}
