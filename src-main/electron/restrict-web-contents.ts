import { app, session, type Session, type WebContents } from 'electron';

/** The permission to write text to the clipboard after a click, for the copy buttons. It does not allow reading. */
const writeClipboard = 'clipboard-sanitized-write';

/** Runs every renderer in Chromium's sandbox. Must be called before the app is ready. */
export function enableSandbox(): void {
  app.enableSandbox();
}

/**
 * Restricts the renderer to what the app needs: it may use the bridge, reload its page and copy text. Everything else is
 * denied: https://www.electronjs.org/docs/latest/tutorial/security
 *
 * @param pageUrl the only page that a window may show.
 */
export function restrictWebContents(pageUrl: string): void {
  const isOwnPage = (url: string) => withoutQuery(url) === withoutQuery(pageUrl);
  restrictSession(session.defaultSession, isOwnPage);
  app.on('web-contents-created', (_created, contents) => {
    restrictNavigation(contents, isOwnPage);
    // Otherwise WebRTC sends packets to any address, past the content security policy.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
  denyCredentials();
}

function restrictSession(restricted: Session, isOwnPage: (url: string) => boolean): void {
  const mayUse = (contents: WebContents | null, permission: string) =>
    permission === writeClipboard && contents !== null && isOwnPage(contents.getURL());
  restricted.setPermissionRequestHandler((contents, permission, answer) => {
    answer(mayUse(contents, permission));
  });
  restricted.setPermissionCheckHandler(mayUse);
  restricted.setDevicePermissionHandler(() => false);
  restricted.setDisplayMediaRequestHandler((_request, answer) => {
    answer(null);
  });
  // The app saves files itself, where the user chose in a dialog.
  restricted.on('will-download', (event) => {
    event.preventDefault();
  });
}

function restrictNavigation(contents: WebContents, isOwnPage: (url: string) => boolean): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
  });
  // Here, preventing the default lets the window close although the page objects.
  contents.on('will-prevent-unload', (event) => {
    event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}

/** The page has no server to log in to. Without a listener, Electron would send the first client certificate it finds. */
function denyCredentials(): void {
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  app.on('select-client-certificate', (event, _contents, _url, _certificates, answer) => {
    event.preventDefault();
    answer();
  });
  app.on('login', (event, _contents, _request, _server, answer) => {
    event.preventDefault();
    answer();
  });
}

function withoutQuery(url: string): string | undefined {
  return URL.parse(url)?.href.replace(/[?#].*$/s, '');
}
