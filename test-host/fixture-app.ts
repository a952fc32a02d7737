import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import type { ChromiumApp, LaunchOptions } from './launch.ts';
import { launchOnChromium } from './launch.ts';

/** Statements for a main module, without their imports. */
export const registerScheme = `protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);`;

export const openWindow = `const window = new BrowserWindow({
  width: 640,
  height: 480,
  show: false,
  webPreferences: {
    preload: process.argv[1].replace('main.js', 'preload.cjs'),
    contextIsolation: true,
    sandbox: true,
  },
});
window.once('ready-to-show', () => window.show());
void window.loadURL('app://bundle/index.html');`;

const defaultMain = `
  import { app, BrowserWindow, ipcMain, protocol, shell } from 'electron';

  ${registerScheme}
  const csp = "default-src 'none'; script-src 'self'; connect-src 'self'";
  const page = '<!doctype html><title>Fixture</title><script src="page.js"></script><h1>Hello</h1>';
  const files = { '/index.html': ['text/html', page], '/page.js': ['text/javascript', PAGE_SCRIPT] };

  ipcMain.handle('echo', (event, value) => value);
  ipcMain.handle('fail', () => { throw new TypeError('broken'); });
  ipcMain.handle('sender', ({ senderFrame, sender }) => ({
    url: senderFrame.url,
    origin: senderFrame.origin,
    parent: senderFrame.parent,
    isMainFrame: senderFrame === sender.mainFrame,
  }));
  ipcMain.handle('progress', ({ sender }) => { sender.send('progress', 1); sender.send('progress', 2); });

  await app.whenReady();
  protocol.handle('app', (request) => {
    const [type, body] = files[new URL(request.url).pathname] ?? [];
    if (body === undefined) return new Response('Not here', { status: 404 });
    return new Response(body, { headers: { 'content-type': type, 'content-security-policy': csp } });
  });
  ${openWindow}
  window.webContents.on('will-navigate', (event, url) => {
    shell.openExternal(url);
    event.preventDefault();
  });
  window.webContents.setWindowOpenHandler(({ url }) => {
    shell.openExternal(url);
    return { action: 'deny' };
  });
`;

const defaultPreload = `
  const { contextBridge, ipcRenderer } = require('electron');
  contextBridge.exposeInMainWorld('bridge', {
    invoke: (channel, ...values) => ipcRenderer.invoke(channel, ...values),
    listen: (listener) => {
      const forward = (event, value) => listener(value);
      ipcRenderer.on('progress', forward);
      return () => ipcRenderer.removeListener('progress', forward);
    },
    nested: { list: [1] },
  });
`;

/**
 * Launches a small app from a temporary folder. A test can replace each part of its source. Without `browser` the app
 * starts its own.
 */
export async function launchFixture(
  browser: Browser | undefined,
  parts: { main?: string; preload?: string; pageScript?: string } = {},
  options: Partial<LaunchOptions> = {},
): Promise<ChromiumApp> {
  const folder = await mkdtemp(join(tmpdir(), 'test-host-'));
  const main = `const PAGE_SCRIPT = ${JSON.stringify(parts.pageScript ?? '')};${parts.main ?? defaultMain}`;
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({
      name: 'fixture',
      productName: 'Fixture App',
      version: '1.2.3',
      type: 'module',
    }),
  );
  await writeFile(join(folder, 'main.js'), main);
  await writeFile(join(folder, 'preload.cjs'), parts.preload ?? defaultPreload);
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    const app = await launchOnChromium({
      main: join(folder, 'main.js'),
      env: process.env,
      browser,
      ...options,
    });
    app.process().once('exit', () => void removeFolder());
    return app;
  } catch (error) {
    await removeFolder();
    throw error;
  }
}
