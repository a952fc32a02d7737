import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { stubSaveDialog } from './app.ts';
import { encodingsOf, findText } from './find-text.ts';
import { expect, test } from './fixture.ts';
import { keychainEntry } from './keychain.ts';
import { connect, connectionScreen, openSettings } from './screens.ts';

/** Returns all objects and texts in the memory of a page, without what is no longer used. */
async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return chunks.join('');
}

test('the search finds a text in every encoding', () => {
  for (const [name, bytes] of encodingsOf('canary:0123456789abcdef')) {
    const content = Buffer.concat([Buffer.from('before '), bytes, Buffer.from(' after')]);
    expect(findText(content, 'canary:0123456789abcdef')).toContain(name);
  }
});

test('the key is only in the keychain, whatever happens to the account', async ({
  launchApp,
  sandbox,
  dataFolder,
  folder,
}) => {
  const { apiKey } = sandbox;
  const app = await launchApp();
  const { page } = app;
  const tenants = await connect(page, sandbox);
  const leaks: Record<string, string[]> = {};

  await test.step('errors that repeat the key', async () => {
    const echoes = [apiKey, encodeURIComponent(apiKey), Buffer.from(apiKey).toString('base64')];
    for (const [at, status] of [400, 401, 403].entries()) {
      const echo = echoes[at] ?? '';
      const body = { code: echo, msg: `The key ${echo} is wrong`, meta: { echo } };
      sandbox.setFaults({ answer: { status, body } });
      await tenants.refresh.click();
      await expect(tenants.error.first()).toBeVisible();
      await expect(tenants.refresh).toBeEnabled();
      leaks[`page after ${status}`] = findText(await page.content(), apiKey);
    }
    sandbox.setFaults({});
    await tenants.refresh.click();
    await expect(tenants.refresh).toBeEnabled();
    await tenants.settled();
  });

  await test.step('exports', async () => {
    await stubSaveDialog(app, join(folder, 'tenants.xlsx'));
    await tenants.startExport('all');
    await expect(tenants.exportPanel).toContainText('Export saved');
  });

  await test.step('a backup file', async () => {
    await stubSaveDialog(app, join(folder, 'backup.json'));
    await page.evaluate('bridge.saveBackup({})');
  });

  expect(await keychainEntry(app)).toBe(apiKey);
  leaks.diagnostics = findText(
    await page.evaluate<string>(`bridge.getDiagnostics({}).then(JSON.stringify)`),
    apiKey,
  );
  leaks.storage = findText(
    await page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])'),
    apiKey,
  );
  leaks.heap = findText(await heapOf(page), apiKey);

  await test.step('removal', async () => {
    const settings = await openSettings(page, 'Connections');
    await settings.getByRole('button', { name: 'Remove key' }).click();
    await settings.getByRole('button', { name: 'Remove key' }).click();
    await expect(connectionScreen(page).baseUrl).toHaveValue(sandbox.baseUrl);
    expect(await keychainEntry(app)).toBeNull();
  });

  await app.close();
  leaks.output = findText(app.output(), apiKey);
  for (const root of [dataFolder, folder]) {
    for (const file of await readdir(root, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      leaks[file.name] = findText(await readFile(join(file.parentPath, file.name)), apiKey);
    }
  }
  expect(Object.keys(leaks)).toEqual(expect.arrayContaining(['tenants.xlsx', 'backup.json']));
  expect(Object.entries(leaks).filter(([, found]) => found.length > 0)).toEqual([]);
});
