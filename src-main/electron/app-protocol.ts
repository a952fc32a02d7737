import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { findRendererFile } from './find-renderer-file.ts';

/** The origin of the renderer's pages. With `file://` they could read every file on the disk. */
export const appOrigin = 'app://bundle';
export const appStartUrl = `${appOrigin}/index.html`;

/**
 * The renderer may load its own files only. It needs no network, because all data comes over the bridge. Inline styles
 * are allowed because Mantine creates style elements.
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

/** Serves the files of the built renderer from `folder`. Answers all other requests with 404. */
export function serveApp(folder: string): void {
  protocol.handle('app', async (request) => {
    const file = findRendererFile(folder, request.url);
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
