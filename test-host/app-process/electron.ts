/**
 * The module that `import … from 'electron'` and `require('electron')` return. It is a singleton because Electron's
 * modules are singletons. It is created once from the arguments of its process.
 */
import { z } from 'zod';
import { createShim } from './shim.ts';

const [main, ...args] = z.tuple([z.string()], z.string()).parse(process.argv.slice(2));
const shim = createShim(main, args, (message) => process.send?.(message));
process.on('message', (message) => shim.pipe.receive(message));
// The app has no pages without the launching process, so it must not outlive it.
process.on('disconnect', () => process.exit(1));

/** For run.ts. Electron has no such export. */
export const testHost = { main, app: shim.app };

export const { app, BrowserWindow, dialog, ipcMain, Menu } = shim.electron;
export const { nativeTheme, net, Notification, powerMonitor, protocol } = shim.electron;
export const { screen, session, shell } = shim.electron;

// Importing a missing name would fail with another message, so the names that the host does not model are exported too.
export const {
  autoUpdater,
  BaseWindow,
  clipboard,
  contentTracing,
  crashReporter,
  desktopCapturer,
  globalShortcut,
  inAppPurchase,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  netLog,
  powerSaveBlocker,
  pushNotifications,
  safeStorage,
  systemPreferences,
  Tray,
  utilityProcess,
  View,
  webContents,
  WebContentsView,
  webFrameMain,
} = shim.electron;

const modules = shim.electron;
// oxlint-disable-next-line import/no-default-export -- Electron has one
export { modules as default, modules as 'module.exports' };
