import { app, session } from 'electron';

/**
 * What any page may do besides talking over the bridge: nothing. No permission, no other address, no new window, no
 * webview: https://www.electronjs.org/docs/latest/tutorial/security
 */
export function refuseEverythingElse(pageOrigin: string): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.defaultSession.setPermissionCheckHandler(() => false);
  app.on('web-contents-created', (_created, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => {
      if (!event.url.startsWith(`${pageOrigin}/`)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
  });
}
