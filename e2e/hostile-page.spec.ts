import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import { stubSaveDialog, type App } from './app.ts';
import { expect, test } from './fixture.ts';
import { allFailed, attempt, networkAttempts } from './hostile-attempts.ts';
import { connect } from './screens.ts';

/** Returns the paths that the app has given to the operating system to open. */
const opened = (app: App) =>
  app.evaluate(({ shell }): unknown => ('calls' in shell ? shell.calls : []));

test('a hostile page reaches no network, no window, no file and no other code', async ({
  launchApp,
  sandbox,
  folder,
}) => {
  const received: string[] = [];
  const server = createServer((request, response) => {
    received.push(`${request.method} ${request.url}`);
    response.setHeader('Access-Control-Allow-Origin', '*').end('1');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  const url = `http://127.0.0.1:${port}`;

  const app = await launchApp();
  const { page } = app;
  await connect(page, sandbox);
  const address = page.url();
  await page.evaluate(`{
    globalThis.violations = [];
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      violations.push(effectiveDirective + ' ' + blockedURI);
    });
  }`);

  await test.step('network', async () => {
    const network = networkAttempts(url);
    expect(await attempt(page, { ...network })).toEqual({
      ...allFailed(network),
      frame: expect.any(String),
    });
    await page.evaluate(`navigator.sendBeacon('${url}/beacon', 'secret')`);
    const violated = await page.evaluate<string[]>('violations');
    // Trusted Types stop scripts, objects and workers earlier. Addresses of frames and forms are not reported in full.
    const directives = ['require-trusted-types-for', 'frame-src'];
    const reported = [...Object.keys(network), 'beacon'].filter(
      (path) => !violated.some((entry) => entry.endsWith(`/${path}`)),
    );
    expect(reported).toEqual(['script', 'object', 'frame', 'worker', 'form']);
    expect
      .soft(directives.filter((name) => !violated.some((entry) => entry.startsWith(name))))
      .toEqual([]);
    const policy = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getWebRTCIPHandlingPolicy(),
    );
    expect(policy).toBe('disable_non_proxied_udp');
  });

  await test.step('code', async () => {
    // What a script of the page itself can do. Playwright's own scripts may use `eval`.
    await page.evaluate(`void setTimeout(() => {
      globalThis.ran = [];
      for (const act of [
        () => eval("ran.push('eval')"),
        () => new Function("ran.push('function')")(),
        () => setTimeout("ran.push('timer')"),
        () => document.body.append(Object.assign(document.createElement('script'), { text: "ran.push('script')" })),
        () => (document.body.innerHTML += '<img src=x onerror="ran.push(1)">'),
        () => document.write('<p>written</p>'),
        () => (location.href = "javascript:ran.push('address')"),
        () => document.body.setAttribute('onclick', "ran.push('attribute')"),
        () => trustedTypes.createPolicy('own', { createScript: String }),
        () => trustedTypes.createPolicy('default', { createHTML: String }),
        () => new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))).addEventListener('message', () => ran.push('worker')),
        () => new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])) && ran.push('wasm'),
      ]) {
        try { act(); } catch {}
      }
      document.body.click();
      setTimeout(() => (globalThis.isDone = true), 300);
    })`);
    await expect.poll(() => page.evaluate<unknown>('globalThis.isDone')).toBe(true);
    expect(await page.evaluate('ran')).toEqual([]);
  });

  await test.step('windows, navigation and downloads', async () => {
    // Before the navigations, of which one may still be pending when a download begins.
    for (const source of [
      `URL.createObjectURL(new Blob(['@echo off']))`,
      `'data:application/octet-stream,x'`,
      `'index.html'`,
    ]) {
      const download = page.waitForEvent('download');
      await page.evaluate(`Object.assign(document.createElement('a'), {
        href: ${source}, download: 'run.bat',
      }).click()`);
      expect(await (await download).failure()).not.toBeNull();
    }
    expect(await page.evaluate<unknown>(`open('${url}/window')`)).toBeNull();
    for (const target of [
      `${url}/page`,
      'file:///etc/passwd',
      'data:text/html,x',
      'mailto:a@b.c',
    ]) {
      await page.evaluate(`void (location.href = ${JSON.stringify(target)})`);
    }
    await page.evaluate(`{
      const link = Object.assign(document.createElement('a'), { href: '${url}/link', target: '_blank' });
      document.body.append(link);
      link.click();
    }`);
    expect(page.url()).toBe(address);
    await expect.poll(() => page.context().pages().length).toBe(1);
  });

  await test.step('permissions', async () => {
    const permissions = {
      camera: `() => navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'granted')`,
      screen: `() => navigator.mediaDevices.getDisplayMedia().then(() => 'granted')`,
      notifications: `() => Notification.requestPermission().then((answer) => answer === 'granted' ? answer : undefined)`,
      midi: `() => navigator.requestMIDIAccess().then(() => 'granted')`,
      usb: `() => navigator.usb.requestDevice({ filters: [] }).then(() => 'granted')`,
      clipboard: `() => navigator.clipboard.readText().then(() => 'read')`,
    };
    expect(await attempt(page, permissions)).toEqual(allFailed(permissions));
  });

  await test.step('files', async () => {
    await stubSaveDialog(app, null);
    const codes = await page.evaluate<unknown>(`(async () => {
      const { accounts } = (await bridge.loadApp({})).value;
      const path = ${JSON.stringify(join(folder, 'hostile.csv'))};
      const options = { format: 'csv', columns: ['name'], withChanges: false, csvSeparator: 'comma', csvProtectsIds: false };
      const scope = { kind: 'changes', since: 'lastRefresh', filter: {} };
      const request = { accountId: accounts[0].accountId, scope, options, path, filePath: path, folder: path };
      const answers = await Promise.all([
        bridge.exportTenants(request),
        bridge.exportTenants({ ...request, besideExportId: path }),
        bridge.exportTenants({ ...request, besideExportId: crypto.randomUUID() }),
        bridge.openExport({ exportId: path }),
        bridge.openExport({ exportId: crypto.randomUUID(), path }),
        bridge.showExport({ exportId: crypto.randomUUID(), path }),
      ]);
      return answers.map(({ value, error }) => error?.code ?? value.outcome);
    })()`);
    expect(codes).toEqual(['dismissed', ...Array<string>(5).fill('invalid_request')]);
    expect(await readdir(folder)).toEqual([]);
    expect(await opened(app)).toEqual([]);
  });

  expect(received).toEqual([]);
  server.close();
});

test('a hostile page cannot get the key or change the bridge', async ({ connected, sandbox }) => {
  const { page } = connected;
  const answers = await page.evaluate<string>(`(async () => {
    const { accounts } = (await bridge.loadApp({})).value;
    const { accountId } = accounts[0];
    const request = {
      accountId, source: 'live', filter: {}, paging: { limit: 25 }, timeZone: 'utc', tenantId: '1', layout: null,
    };
    const quiet = ['getTenant', 'getFacets', 'getOverview', 'getSavedList', 'getAccountSettings', 'getDiagnostics'];
    const answers = await Promise.all(
      [...quiet, 'getAbout', 'listTenants', 'testConnection', 'saveLayout', 'loadApp'].map((name) => bridge[name](request)),
    );
    return JSON.stringify(answers);
  })()`);
  expect(answers).toContain('"ok":true');
  expect(answers).not.toContain(sandbox.apiKey);

  // The stored key is not sent to another server, whatever the page asks for.
  const codes = await page.evaluate<unknown>(`(async () => {
    const { accounts } = (await bridge.loadApp({})).value;
    const [{ accountId }] = accounts;
    const baseUrl = 'http://127.0.0.1:9/v1';
    const answers = await Promise.all([
      bridge.connect({ accountId, baseUrl, keyStorage: 'keychain' }),
      bridge.connect({ accountId, baseUrl, apiKey: '', keyStorage: 'keychain' }),
      bridge.testConnection({ accountId, baseUrl }),
      bridge.changeAccount({ accountId, name: 'Mine', color: 'red', baseUrl }),
    ]);
    const after = (await bridge.loadApp({})).value.accounts[0];
    return [...answers.map(({ ok, error }) => error?.code ?? ok), after.baseUrl];
  })()`);
  expect(codes).toEqual(['invalid_request', 'api_key_empty', true, true, sandbox.baseUrl]);

  const changed = await page.evaluate<unknown>(`(() => {
    'use strict';
    const acts = [
      () => (bridge.loadApp = () => 1),
      () => delete bridge.loadApp,
      () => (bridge.own = 1),
      () => Object.defineProperty(bridge, 'connect', { value: 1 }),
    ];
    return acts.filter((act) => { try { act(); return true; } catch { return false; } }).length;
  })()`);
  expect(changed).toBe(0);
});
