import { notModeled } from './strict.ts';

/** Returns a module that can be imported but throws when it is used. */
function missing(name: string): object {
  const refuse = (_module?: unknown, member?: unknown): never => {
    throw notModeled(typeof member === 'string' ? `${name}.${member}` : name);
  };
  // Only a proxy of a function supports calls and `new`.
  return new Proxy(
    function notThere() {
      return undefined;
    },
    {
      get: refuse,
      set: refuse,
      has: refuse,
      apply: () => refuse(),
      construct: () => refuse(),
    },
  );
}

/** The modules of Electron's main process that the host does not have. */
export const missingModules = {
  BaseWindow: missing('electron.BaseWindow'),
  clipboard: missing('electron.clipboard'),
  contentTracing: missing('electron.contentTracing'),
  crashReporter: missing('electron.crashReporter'),
  desktopCapturer: missing('electron.desktopCapturer'),
  globalShortcut: missing('electron.globalShortcut'),
  inAppPurchase: missing('electron.inAppPurchase'),
  MenuItem: missing('electron.MenuItem'),
  MessageChannelMain: missing('electron.MessageChannelMain'),
  nativeImage: missing('electron.nativeImage'),
  netLog: missing('electron.netLog'),
  powerSaveBlocker: missing('electron.powerSaveBlocker'),
  pushNotifications: missing('electron.pushNotifications'),
  safeStorage: missing('electron.safeStorage'),
  systemPreferences: missing('electron.systemPreferences'),
  Tray: missing('electron.Tray'),
  utilityProcess: missing('electron.utilityProcess'),
  View: missing('electron.View'),
  webContents: missing('electron.webContents'),
  WebContentsView: missing('electron.WebContentsView'),
  webFrameMain: missing('electron.webFrameMain'),
};
