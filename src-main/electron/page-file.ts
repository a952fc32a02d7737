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
 * The file of the built page that an address of `app://bundle/` means.
 *
 * @param folder where the built page is, without a separator at the end.
 * @returns `null` for any address that is not of a file the page could have, above all one outside of the folder.
 */
export function findPageFile(
  folder: string,
  address: string,
): { path: string; contentType: string } | null {
  const url = URL.parse(address);
  if (url?.protocol !== 'app:' || url.host !== 'bundle') return null;
  const pathname = decode(url.pathname);
  if (pathname === null || pathname.includes('\0')) return null;
  const path = normalize(join(folder, pathname));
  const contentType = contentTypes.get(extname(path));
  if (contentType === undefined || !path.startsWith(folder + sep)) return null;
  return { path, contentType };
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
