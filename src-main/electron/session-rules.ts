import { app, session } from 'electron';

/** Writing text to the clipboard, which the copy buttons do. It takes a user's click; reading is another permission. */
const copying = 'clipboard-sanitized-write';

/**
 * What any page may do besides talking over the bridge: copy, and nothing else. No other permission, no other address,
 * no new window, no webview: https://www.electronjs.org/docs/latest/tutorial/security
 */
export function refuseEverythingElse(pageOrigin: string): void {
  const isOurs = (address: string) => address.startsWith(`${pageOrigin}/`);
  session.defaultSession.setPermissionRequestHandler((contents, permission, answer) => {
    answer(permission === copying && isOurs(contents.getURL()));
  });
  session.defaultSession.setPermissionCheckHandler(
    (contents, permission) =>
      permission === copying && contents !== null && isOurs(contents.getURL()),
  );
  app.on('web-contents-created', (_created, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => {
      if (!isOurs(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
  });
}
