import type { App } from './app.ts';
import type { Protocol } from './protocol.ts';
import { strict } from './strict.ts';

/** `electron.session`. Handlers are recorded under their name and never called. */
export function createSession(app: App, protocol: Protocol) {
  const recorded = new Map<string, unknown>();
  const recorder =
    (name: string) =>
    (...values: unknown[]) => {
      recorded.set(name, values.length === 1 ? values[0] : values);
    };
  const defaultSession = strict('electron.session.defaultSession', {
    protocol,
    recorded,
    setPermissionRequestHandler: recorder('setPermissionRequestHandler'),
    setPermissionCheckHandler: recorder('setPermissionCheckHandler'),
    setDevicePermissionHandler: recorder('setDevicePermissionHandler'),
    setSpellCheckerEnabled: recorder('setSpellCheckerEnabled'),
    webRequest: strict('electron.session.defaultSession.webRequest', {
      onHeadersReceived: recorder('onHeadersReceived'),
      onBeforeRequest: recorder('onBeforeRequest'),
    }),
  });
  return strict('electron.session', {
    get defaultSession() {
      if (!app.isReady()) throw new Error('Session can only be received when app is ready');
      return defaultSession;
    },
  });
}

export type Session = ReturnType<typeof createSession>['defaultSession'];
