import { extname, join, normalize, sep } from 'node:path';

const contentTypes = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
]);

/**
 * Returns the path and content type of the file that a URL of `app://bundle/` requests.
 *
 * @param folder the folder of the built renderer, without a trailing separator.
 * @returns `null` for a URL that names no file of a known type inside the folder.
 */
export function findRendererFile(
  folder: string,
  address: string,
): { path: string; contentType: string } | null {
  const url = URL.parse(address);
  if (url?.protocol !== 'app:' || url.host !== 'bundle') return null;
  const pathname = decodePathname(url.pathname);
  if (pathname === null || pathname.includes('\0')) return null;
  const path = normalize(join(folder, pathname));
  const contentType = contentTypes.get(extname(path));
  if (contentType === undefined || !path.startsWith(folder + sep)) return null;
  return { path, contentType };
}

/** Returns `null` if the percent-encoding is invalid. */
function decodePathname(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
