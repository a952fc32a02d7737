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

/** Evaluates an expression in the page, where `bridge` is what the preload put there. */
const inPage = (expression: string): Promise<unknown> => page.evaluate(expression);

test('the page asks the main process and gets a clone of the answer', async () => {
  const seen = await inPage(`
    (async () => {
      const sent = { text: 'ă', gone: undefined, when: new Date(0), big: 1n, none: null };
      const value = await bridge.invoke('echo', sent);
      return [value.text, 'gone' in value ? value.gone : undefined, value.when, value.big, value.none];
    })()`);
  expect(seen).toEqual(['ă', undefined, new Date(0), 1n, null]);
  await expect(inPage(`bridge.invoke('echo', () => 1)`)).rejects.toThrow('could not be cloned');
});

test('a failing handler and a missing one reject with the wrapped message', async () => {
  await expect(inPage(`bridge.invoke('fail')`)).rejects.toThrow(
    "Error invoking remote method 'fail': TypeError: broken",
  );
  await expect(inPage(`bridge.invoke('nobody')`)).rejects.toThrow(
    "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
  );
});

test('a handler sees the app’s own address in its sender', async () => {
  expect(await inPage(`bridge.invoke('sender')`)).toEqual({
    url: 'app://bundle/index.html',
    origin: 'app://bundle',
    parent: null,
    isMainFrame: true,
  });
});

test('what the main process sends arrives before the answer, until nobody listens', async () => {
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

test('the page has a frozen bridge and nothing else of the host', async () => {
  const seen = await inPage(`
    [typeof require, typeof testHostInvoke, typeof testHostOpen,
     Object.isFrozen(bridge), Object.isFrozen(bridge.nested.list)]`);
  expect(seen).toEqual(['undefined', 'undefined', 'undefined', true, true]);
});

test('a preload requires electron and nothing of Node', async () => {
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

test('the content security policy of the app’s answers holds', async () => {
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

test('a page without a policy reaches nothing outside either', async () => {
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

test('the app is asked before the page goes elsewhere or opens a window', async () => {
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
