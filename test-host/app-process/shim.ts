import { runInThisContext } from 'node:vm';
import { z } from 'zod';
import { appQuestions, hostQuestions, type HostPipe } from '../messages.ts';
import { Pipe } from '../pipe.ts';
import { App } from './app.ts';
import { createBrowserWindow } from './browser-window.ts';
import * as desktop from './desktop.ts';
import { createNet } from './net.ts';
import { IpcMain } from './ipc-main.ts';
import { createMenu } from './menu.ts';
import { missingModules } from './missing-modules.ts';
import { Notification } from './notification.ts';
import { Protocol } from './protocol.ts';
import { createSession } from './session.ts';
import { strict, StrictEmitter } from './strict.ts';

const callable = z.custom<(electron: object, argument: unknown) => unknown>(
  (value) => typeof value === 'function',
);

/**
 * Creates Electron's modules for the app at `main`. `send` sends a message to the launching process; the returned
 * `pipe` receives its messages.
 */
export function createShim(main: string, args: string[], send: (message: object) => void) {
  const pipe: HostPipe = new Pipe({
    asks: hostQuestions,
    asked: appQuestions,
    answerer: {
      evaluate: ({ source, argument }) =>
        callable.parse(runInThisContext(`(${source})`))(electron, argument),
      quit: () => app.quit(),
      request: (request) => protocol.answer(request),
      invoke: ({ windowId, frameUrl, channel, values }) =>
        ipcMain.invoke(window(windowId).webContents, frameUrl, channel, values),
      willNavigate: ({ windowId, url, isMainFrame }) =>
        window(windowId).webContents.mayNavigate(url, isMainFrame),
      permission: ({ windowId, permission }) =>
        session.defaultSession.mayUse(window(windowId).webContents, permission),
      download: ({ windowId, url }) =>
        session.defaultSession.downloadWanted(window(windowId).webContents, url),
      navigated: ({ windowId, url }) => BrowserWindow.fromId(windowId)?.webContents.navigated(url),
      windowOpen: ({ windowId, url }) => window(windowId).webContents.windowWanted(url),
      windowClosed: ({ windowId }) => BrowserWindow.fromId(windowId)?.closed(),
      crashed: ({ windowId }) => {
        const details = { reason: 'crashed', exitCode: 1 };
        BrowserWindow.fromId(windowId)?.webContents.emit('render-process-gone', {}, details);
      },
    },
    send,
  });
  const window = (windowId: number) => {
    const found = BrowserWindow.fromId(windowId);
    if (found === null) throw new Error(`There is no window ${windowId}`);
    return found;
  };

  const app = new App(main, args);
  const protocol = new Protocol(app);
  const session = createSession(app, protocol);
  const ipcMain = new IpcMain();
  const BrowserWindow = createBrowserWindow({ app, pipe, session });
  const electron = {
    ...missingModules,
    app: strict('electron.app', app),
    // The updater only emits an event of it, before it quits.
    autoUpdater: strict('electron.autoUpdater', new StrictEmitter('electron.autoUpdater', [])),
    BrowserWindow: strict('electron.BrowserWindow', BrowserWindow),
    dialog: desktop.createDialog(),
    ipcMain: strict('electron.ipcMain', ipcMain),
    Menu: createMenu(),
    nativeTheme: desktop.createNativeTheme(pipe),
    net: createNet(app),
    Notification: strict('electron.Notification', Notification),
    powerMonitor: desktop.createPowerMonitor(),
    protocol: strict('electron.protocol', protocol),
    screen: desktop.createScreen(app),
    session,
    shell: desktop.createShell(),
  };
  app.once('ready', () => void pipe.tell('ready', undefined));
  return { electron, pipe, app };
}
