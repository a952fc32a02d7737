import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from './chromium.ts';
import { launchFixture, openWindow, registerScheme } from './fixture-app.ts';
import type { ChromiumApp } from './launch.ts';

let browser: Browser;
let app: ChromiumApp;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser({ env: process.env, build: 'headless-shell' });
  app = await launchFixture(browser, { pageScript: 'window.ran = true' });
  page = await loaded(app);
});
afterAll(async () => {
  await app.close();
  await browser.close();
});

async function loaded(launched: ChromiumApp): Promise<Page> {
  const first = await launched.firstWindow();
  await first.waitForURL('https://bundle.app.localhost/index.html');
  return first;
}

/** Evaluates an expression in the page. `bridge` is the API that the preload exposes. */
const inPage = (expression: string): Promise<unknown> => page.evaluate(expression);

test('the page invokes a handler and gets a clone of its result', async () => {
  const seen = await inPage(`
    (async () => {
      const sent = { text: 'ă', gone: undefined, when: new Date(0), big: 1n, none: null };
      const value = await bridge.invoke('echo', sent);
      return [value.text, 'gone' in value ? value.gone : undefined, value.when, value.big, value.none];
    })()`);
  expect(seen).toEqual(['ă', undefined, new Date(0), 1n, null]);
  await expect(inPage(`bridge.invoke('echo', () => 1)`)).rejects.toThrow('could not be cloned');
});

test('a failing handler and a missing one reject with the message of Electron', async () => {
  await expect(inPage(`bridge.invoke('fail')`)).rejects.toThrow(
    "Error invoking remote method 'fail': TypeError: broken",
  );
  await expect(inPage(`bridge.invoke('nobody')`)).rejects.toThrow(
    "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
  );
});

test('a handler gets the address of the page with the scheme of the app', async () => {
  expect(await inPage(`bridge.invoke('sender')`)).toEqual({
    url: 'app://bundle/index.html',
    origin: 'app://bundle',
    parent: null,
    isMainFrame: true,
  });
});

test('messages of the main process arrive before the result, until the listener is removed', async () => {
  const heard = await inPage(`
    (async () => {
      const heard = [];
      const stop = bridge.listen((value) => heard.push(value));
      await bridge.invoke('progress');
      stop();
      await bridge.invoke('progress');
      return heard;
    })()`);
  expect(heard).toEqual([1, 2]);
});

test('the page has the frozen bridge and nothing else of the host', async () => {
  const seen = await inPage(`
    [typeof require, typeof testHostInvoke, typeof testHostOpen,
     Object.isFrozen(bridge), Object.isFrozen(bridge.nested.list)]`);
  expect(seen).toEqual(['undefined', 'undefined', 'undefined', true, true]);
});

test('a preload can require electron but no module of Node', async () => {
  const names = ['fs', 'node:fs', './other.cjs'];
  const preload = `
    const { contextBridge } = require('electron');
    contextBridge.exposeInMainWorld('refusals', ${JSON.stringify(names)}.map((name) => {
      try { return require(name); } catch (error) { return error.message; }
    }));`;
  const other = await launchFixture(browser, { preload });
  onTestFinished(() => other.close());
  const refusals: unknown = await (await loaded(other)).evaluate('refusals');
  expect(refusals).toEqual(names.map((name) => `module not found: ${name}`));
});

test('the content security policy in the responses of the app applies', async () => {
  expect(await inPage('ran')).toBe(true);
  expect(await inPage(`fetch('/page.js').then(({ status }) => status)`)).toBe(200);
  expect(await inPage(`fetch('/absent.js').then(({ status }) => status)`)).toBe(404);
  const violated = await inPage(`
    new Promise((resolve) => {
      addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective));
      fetch('https://example.com/').catch(() => undefined);
    })`);
  expect(violated).toBe('connect-src');
  expect(app.blockedRequests()).toEqual([]);
});

test('a page without a policy cannot reach the network either', async () => {
  const open = await launchFixture(browser, {
    main: `
      import { app, BrowserWindow, protocol } from 'electron';
      ${registerScheme}
      await app.whenReady();
      protocol.handle('app', () => new Response('', { headers: { 'content-type': 'text/html' } }));
      ${openWindow}`,
  });
  onTestFinished(() => open.close());
  await (
    await loaded(open)
  ).evaluate(`
    (async () => {
      await fetch('https://example.com/x').catch(() => undefined);
      await new Promise((resolve) => {
        new WebSocket('wss://example.com/s').onerror = () => resolve();
      });
    })()`);
  expect(open.blockedRequests()).toEqual(['https://example.com/x', 'wss://example.com/s']);
});

test('the app decides whether the page navigates or opens a window', async () => {
  expect(await inPage(`window.open('https://open.example/')`)).toBeNull();
  await inPage(`void (location.href = 'https://go.example/')`);
  await inPage(`
    document.body.innerHTML = '<a href="https://link.example/" target="_blank">Link</a>'`);
  const closed = page.waitForEvent('popup').then((popup) => popup.waitForEvent('close'));
  await page.getByText('Link').click();
  await closed;
  await expect
    .poll((): Promise<unknown> => app.evaluate(({ shell }): unknown => Reflect.get(shell, 'calls')))
    .toEqual([
      ['openExternal', 'https://open.example/'],
      ['openExternal', 'https://go.example/'],
      ['openExternal', 'https://link.example/'],
    ]);
  expect(page.url()).toBe('https://bundle.app.localhost/index.html');
  expect(page.context().pages()).toEqual([page]);
});

test('the page follows the native theme', async () => {
  const isDark = `matchMedia('(prefers-color-scheme: dark)').matches`;
  expect(await inPage(isDark)).toBe(false);
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark';
  });
  await expect.poll(() => inPage(isDark)).toBe(true);
});
