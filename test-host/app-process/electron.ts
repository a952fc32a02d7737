/**
 * What `import … from 'electron'` and `require('electron')` get. Electron's modules are singletons, so this module has
 * to be one too: it is put together once, from the arguments of the process it runs in.
 */
import { z } from 'zod';
import { createShim } from './shim.ts';

const [main, ...args] = z.tuple([z.string()], z.string()).parse(process.argv.slice(2));
const shim = createShim(main, args, (message) => process.send?.(message));
process.on('message', (message) => shim.pipe.receive(message));
// Without its launching process the app has no pages; it must not be left behind.
process.on('disconnect', () => process.exit(1));

/** For the runner only: Electron has no such name. */
export const testHost = { main, app: shim.app };

export const { app, BrowserWindow, dialog, ipcMain, Menu } = shim.electron;
export const { nativeTheme, net, Notification, protocol, screen, session, shell } = shim.electron;

// Importing a name that a module does not export is an error by itself, so the names the host lacks are here too.
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
  powerMonitor,
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
