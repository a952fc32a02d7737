import { app, session } from 'electron';

/** The permission to write text to the clipboard after a click, for the copy buttons. It does not allow reading. */
const writeClipboard = 'clipboard-sanitized-write';

/**
 * Restricts the renderer to what the app needs: it may use the bridge and copy text. Other permissions, navigation to
 * other origins, new windows and webviews are denied: https://www.electronjs.org/docs/latest/tutorial/security
 */
export function restrictWebContents(appOrigin: string): void {
  const isOwnUrl = (url: string) => url.startsWith(`${appOrigin}/`);
  session.defaultSession.setPermissionRequestHandler((contents, permission, answer) => {
    answer(permission === writeClipboard && isOwnUrl(contents.getURL()));
  });
  session.defaultSession.setPermissionCheckHandler(
    (contents, permission) =>
      permission === writeClipboard && contents !== null && isOwnUrl(contents.getURL()),
  );
  app.on('web-contents-created', (_created, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => {
      if (!isOwnUrl(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
  });
}
