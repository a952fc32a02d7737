import type { App } from './app.ts';
import type { Protocol } from './protocol.ts';
import { notModeled, strict, StrictEmitter } from './strict.ts';

/** The part of `webContents` that the handlers get. */
interface Contents {
  getURL: () => string;
}

type PermissionHandler = (
  contents: Contents,
  permission: string,
  answer: (isAllowed: boolean) => void,
  details: object,
) => void;
type DisplayMediaHandler = (request: object, answer: (streams: object | null) => void) => void;

/**
 * `electron.session`. A page's permission requests and downloads reach the handlers. The other handlers are recorded
 * under their name and never called.
 */
export function createSession(app: App, protocol: Protocol) {
  const recorded = new Map<string, unknown>();
  const recorder =
    (name: string) =>
    (...values: unknown[]) => {
      recorded.set(name, values.length === 1 ? values[0] : values);
    };
  const emitter = new StrictEmitter('electron.session.defaultSession', ['will-download']);
  let permissionHandler: PermissionHandler | null = null;
  let displayMediaHandler: DisplayMediaHandler | null = null;

  const defaultSession = strict('electron.session.defaultSession', {
    protocol,
    recorded,
    on: (event: string, listener: (...values: unknown[]) => void) => emitter.on(event, listener),
    setPermissionRequestHandler: (handler: PermissionHandler | null) => {
      permissionHandler = handler;
    },
    setDisplayMediaRequestHandler: (handler: DisplayMediaHandler | null) => {
      displayMediaHandler = handler;
    },
    setPermissionCheckHandler: recorder('setPermissionCheckHandler'),
    setDevicePermissionHandler: recorder('setDevicePermissionHandler'),
    setSpellCheckerEnabled: recorder('setSpellCheckerEnabled'),
    webRequest: strict('electron.session.defaultSession.webRequest', {
      onHeadersReceived: recorder('onHeadersReceived'),
      onBeforeRequest: recorder('onBeforeRequest'),
    }),

    /** Called by the host. As in Electron, everything but capturing the screen is allowed without a handler. */
    mayUse: async (contents: Contents, permission: string): Promise<boolean> => {
      const answer = Promise.withResolvers<boolean>();
      if (permission === 'display-capture') {
        if (displayMediaHandler === null) return false;
        displayMediaHandler({}, (streams) => answer.resolve(streams !== null));
      } else {
        if (permissionHandler === null) return true;
        permissionHandler(contents, permission, answer.resolve, {});
      }
      return answer.promise;
    },

    /** Called by the host. Only a refused download is modeled. */
    downloadWanted: (contents: Contents, url: string) => {
      const item = strict('electron.DownloadItem', { getURL: () => url });
      if (emitter.ask('will-download', {}, item, contents))
        throw notModeled(`a download of ${url}`);
    },
  });
  return strict('electron.session', {
    get defaultSession() {
      if (!app.isReady()) throw new Error('Session can only be received when app is ready');
      return defaultSession;
    },
    /** Electron's updater sends its requests in a session of its own. */
    fromPartition: (partition: string) => strict(`electron.session ${partition}`, {}),
  });
}

export type Session = ReturnType<typeof createSession>['defaultSession'];
