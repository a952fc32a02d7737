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
  // Only the policy in src-renderer/trusted-types.ts may turn text into elements. Nothing may turn it into a script.
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

/** Also sent with errors, which a page could otherwise load into a frame without any policy. */
const securityHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
};

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
    const bytes = file && (await readFile(file.path).catch(() => null));
    if (file === null || bytes === null) {
      return new Response(null, { status: 404, headers: securityHeaders });
    }
    return new Response(bytes, {
      headers: { ...securityHeaders, 'Content-Type': file.contentType },
    });
  });
}
