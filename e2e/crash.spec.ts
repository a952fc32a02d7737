import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import type { App } from './app.ts';
import { expect, test } from './fixture.ts';
import { startHangingExport } from './hanging-export.ts';
import { answerQuestions, questions } from './questions.ts';
import { connect, tenantsScreen } from './screens.ts';

test.use({ tenantCount: 330 });

const crash = (app: App) =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );

/** Waits for the page that replaces `before`. */
async function nextPage(app: App, before: Page): Promise<Page> {
  await expect.poll(() => app.windows().some((page) => page !== before)).toBe(true);
  const [page = before] = app.windows();
  await page.waitForURL((url) => url.protocol !== 'about:');
  return page;
}

test('the window comes back after crashes and a hang, and an interrupted export can be repeated', async ({
  launchApp,
  sandbox,
  folder,
}) => {
  const app = await launchApp();
  await startHangingExport(app, sandbox, folder);
  await crash(app);
  let page = await nextPage(app, app.page);
  const tenants = tenantsScreen(page);
  await expect(tenants.exportPanel).toContainText('The window stopped working');
  await expect.poll(() => readdir(folder)).toEqual([]);
  await page.screenshot({ path: 'test-results/screens/after-crash.png' });
  sandbox.setFaults({});
  await tenants.exportPanel.getByRole('button', { name: 'Try again…' }).click();
  await expect(tenants.exportPanel).toContainText('330 rows');
  await expect(tenants.label).toContainText('330 tenants');

  await answerQuestions(app, 'Reload window');
  const hanging = page;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('unresponsive'));
  page = await nextPage(app, hanging);
  await expect(tenantsScreen(page).label).toContainText('330 tenants');
  expect(await questions(app)).toEqual(['The window is not responding.']);

  await answerQuestions(app, 'Try again');
  for (let count = 3; count <= 4; count++) {
    const crashing = page;
    await crash(app);
    page = await nextPage(app, crashing);
  }
  await expect(tenantsScreen(page).label).toContainText('330 tenants');
  expect(await questions(app)).toEqual(['The window has stopped working.']);
});

test.describe('with errors that nothing catches', () => {
  test.use({ allowsUncaughtErrors: true });

  test('the app starts without everything it can do without, and goes on after errors', async ({
    launchApp,
    sandbox,
    dataFolder,
    folder,
  }) => {
    // Patches Electron before the app is loaded.
    const main = join(folder, 'main.mjs');
    const app = fileURLToPath(new URL('../out/main/index.js', import.meta.url));
    await writeFile(join(folder, 'package.json'), '{"name":"etelecom-tenants","version":"0.1.0"}');
    await writeFile(
      main,
      `import { app, BrowserWindow, Menu, nativeTheme, Notification, powerMonitor, screen } from 'electron';
       const fail = () => { throw new Error('sandbox:secret'); };
       const getPath = app.getPath;
       app.getPath = (name) => name === 'downloads' ? fail() : getPath(name);
       for (const [object, names] of [
         [app, ['setAppUserModelId', 'getLocale', 'getPreferredSystemLanguages']],
         [Menu, ['buildFromTemplate', 'setApplicationMenu', 'getApplicationMenu']],
         [Notification, ['isSupported']],
         [powerMonitor, ['on']],
         [screen, ['getPrimaryDisplay', 'getAllDisplays']],
       ]) for (const name of names) object[name] = fail;
       for (const property of ['themeSource', 'shouldUseDarkColors'])
         Object.defineProperty(nativeTheme, property, { get: fail, set: fail });
       app.on('browser-window-created', (_event, window) => {
         for (const name of ['setProgressBar', 'getNormalBounds', 'isFocused']) window[name] = fail;
         window.webContents.setZoomFactor = fail;
       });
       await import(${JSON.stringify(app)});`,
    );
    const started = await launchApp({ main });
    const tenants = await connect(started.page, sandbox);
    await tenants.settled();
    await answerQuestions(started, 'Continue');
    await started.evaluate(() => {
      setImmediate(() => {
        throw new Error('sandbox:secret');
      });
      void Promise.reject(new Error('sandbox:secret'));
    });
    await expect
      .poll(() => questions(started))
      .toEqual(['Something unexpected happened in the app.']);
    await tenants.nextPage.click();
    await expect(tenants.summary).toContainText('Rows 51–100');
    await started.close();
    const log = await readFile(join(dataFolder, 'logs', 'main.log'), 'utf8');
    for (const entry of [
      'facility=downloadsFolder',
      'facility=applicationMenu',
      'uncaughtError',
      'appQuits',
    ])
      expect(log).toContain(entry);
    for (const secret of ['secret', sandbox.apiKey, sandbox.tenants[0]?.name ?? '', '127.0.0.1'])
      expect(log).not.toContain(secret);
  });
});
