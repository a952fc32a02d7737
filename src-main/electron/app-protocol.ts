import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { findPageFile } from './page-file.ts';

/** The page's own origin. `file://` would give it the rights of every file on the disk. */
export const appOrigin = 'app://bundle';
export const appStartUrl = `${appOrigin}/index.html`;

/**
 * The page may load its own files and nothing else; no network at all, because everything it needs comes over the
 * bridge. Mantine writes style elements, which is why inline styles are allowed.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Must be called before the app is ready: https://www.electronjs.org/docs/latest/api/protocol#protocolregisterschemesasprivilegedcustomschemes */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built page from `folder`; anything outside of it is not found. */
export function serveApp(folder: string): void {
  protocol.handle('app', async (request) => {
    const file = findPageFile(folder, request.url);
    if (file === null) return new Response(null, { status: 404 });
    try {
      return new Response(await readFile(file.path), {
        headers: {
          'Content-Type': file.contentType,
          'Content-Security-Policy': contentSecurityPolicy,
          'X-Content-Type-Options': 'nosniff',
        },
      });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}
