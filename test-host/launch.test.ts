import { once } from 'node:events';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from './chromium.ts';
import { launchFixture, openWindow, registerScheme } from './fixture-app.ts';
import type { ChromiumApp } from './launch.ts';

/** Shared by all apps except the first, which starts its own. */
let browser: Browser;
let app: ChromiumApp;
beforeAll(async () => {
  browser = await launchBrowser({ env: process.env, build: 'headless-shell' });
  app = await launchFixture(
    undefined,
    {},
    { args: ['--user-data-dir=/tmp/of-this-test', '--lang=vi-VN'] },
  );
});
afterAll(async () => {
  await app.close();
  await browser.close();
});

/** Returns the error of an app that ends while it starts, before or after it is ready. */
const startFailure = async (main: string): Promise<unknown> =>
  launchFixture(browser, { main })
    .then((failing) => failing.firstWindow())
    .catch((error: unknown) => error);

test('the app knows its package, its folders and its language', async () => {
  const facts = await app.evaluate(({ app: electronApp }) => [
    electronApp.getName(),
    electronApp.getVersion(),
    electronApp.getPath('userData'),
    electronApp.getLocale(),
  ]);
  expect(facts).toEqual(['Fixture App', '1.2.3', '/tmp/of-this-test', 'vi-VN']);
  const page = await app.firstWindow();
  expect(await page.evaluate(() => navigator.language)).toBe('vi-VN');
  expect(page.viewportSize()).toEqual({ width: 640, height: 480 });
});

test('modules and members that are not modeled throw an error with their name', async () => {
  const refused = (run: Parameters<typeof app.evaluate>[0]) =>
    expect(app.evaluate(run, undefined)).rejects;
  await refused(({ clipboard }) => clipboard.readText()).toThrow(
    'not modeled: electron.clipboard.readText',
  );
  await refused(({ Tray }) => new Tray('')).toThrow('not modeled: electron.Tray');
  await refused(({ app: electronApp }) => electronApp.getAppMetrics()).toThrow(
    'not modeled: electron.app.getAppMetrics',
  );
  await refused(({ app: electronApp }) =>
    electronApp.on('continue-activity', () => undefined),
  ).toThrow("not modeled: electron.app.on('continue-activity')");
  await refused(({ dialog }) => dialog.showMessageBox({ message: '' })).toThrow(
    'not modeled: electron.dialog.showMessageBox',
  );
});

test('a dialog is stubbed by assignment', async () => {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, '/tmp/stubbed.xlsx');
  const answer: unknown = await app.evaluate(({ dialog }) => dialog.showSaveDialog({}));
  expect(answer).toEqual({ canceled: false, filePath: '/tmp/stubbed.xlsx' });
});

test('require returns the same modules as import', async () => {
  const both = await launchFixture(browser, {
    main: `
      import { createRequire } from 'node:module';
      import electron, { app } from 'electron';
      const required = createRequire(import.meta.url)('electron');
      globalThis.isSame = required.app === app && electron.app === app;
    `,
  });
  onTestFinished(() => both.close());
  expect(await both.evaluate((): unknown => Reflect.get(globalThis, 'isSame'))).toBe(true);
});

test.each([
  ['the main module throws', `throw new Error('no good start')`, 'no good start'],
  [
    'a scheme is registered late',
    `import { app, protocol } from 'electron'; await app.whenReady(); ${registerScheme}`,
    'should be called before app is ready',
  ],
  [
    'a window is opened early',
    `import { BrowserWindow } from 'electron'; new BrowserWindow({})`,
    'before app is ready',
  ],
  [
    'a window would not be sandboxed',
    `import { app, BrowserWindow } from 'electron'; await app.whenReady();
     ${openWindow.replace('sandbox: true', 'sandbox: false')}`,
    'sandbox',
  ],
  [
    'a window would have experimental features',
    `import { app, BrowserWindow } from 'electron'; await app.whenReady();
     ${openWindow.replace('sandbox: true', "sandbox: true, enableBlinkFeatures: 'X'")}`,
    'enableBlinkFeatures',
  ],
])('the launch fails with the output of the app when %s', async (_when, main, message) => {
  expect(String(await startFailure(main))).toContain(message);
});

test('an uncaught exception ends the app and fails its close', async () => {
  const failing = await launchFixture(browser);
  const ended = once(failing.process(), 'close');
  await failing.evaluate(() => {
    setImmediate(() => {
      throw new Error('nobody catches this');
    });
  });
  await ended;
  await expect(failing.close()).rejects.toThrow('nobody catches this');
});

test('an app that ends while its window opens fails its close', async () => {
  for (const delay of [0, 15, 30, 45, 60]) {
    const main = `
      import { app, BrowserWindow } from 'electron';
      await app.whenReady();
      ${openWindow}
      setTimeout(() => { throw new Error('ended early'); }, ${delay});
    `;
    const ending = await launchFixture(browser, { main });
    await expect(once(ending.process(), 'close').then(() => ending.close())).rejects.toThrow(
      'ended early',
    );
  }
});

test('an app that is ending can be closed', async () => {
  const ending = await launchFixture(browser);
  const disconnected = once(ending.process(), 'disconnect');
  await ending.evaluate(() => {
    process.removeAllListeners('disconnect');
    setImmediate(() => process.disconnect());
  });
  await disconnected;
  await ending.close();
});

test('an app that does not quit is killed, and its close fails', async () => {
  const staying = await launchFixture(browser, {}, { graceMilliseconds: 300 });
  await staying.evaluate(({ app: electronApp }) => {
    electronApp.on('before-quit', (event) => event.preventDefault());
  });
  await expect(staying.close()).rejects.toThrow('did not quit within 300 ms and was killed');
});

test('the app quits when the user closes its last window', async () => {
  const closing = await launchFixture(browser);
  const ended = once(closing.process(), 'close');
  const page = await closing.firstWindow();
  await page.waitForURL('https://bundle.app.localhost/index.html');
  await page.close();
  expect(await ended).toEqual([0, null]);
  await closing.close();
});
