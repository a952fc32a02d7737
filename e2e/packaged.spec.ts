import { once } from 'node:events';
import { join } from 'node:path';
import type { App } from './app.ts';
import { stubSaveDialog } from './app.ts';
import { readClipboard } from './clipboard.ts';
import { compareSheet } from './compare-sheet.ts';
import { expect, test } from './fixture.ts';
import { keychainEntry } from './keychain.ts';
import { chooseInMenu } from './menu.ts';
import { connect, connectionScreen, tenantsScreen } from './screens.ts';
import { violateByFetch } from './violate-by-fetch.ts';

/** The packaged app, built with `npm run package -- --for-specs`. Its files are in an archive, and its fuses are set. */
const program = process.env.PACKAGED_APP;

async function quit(app: App): Promise<void> {
  const ended = once(app.process(), 'exit');
  await app.evaluate(({ app: electronApp }) => electronApp.quit());
  expect(await ended).toEqual([0, null]);
}

test('first start, sample data, export, quit', async ({ launchApp, folder }) => {
  const app = await launchApp({ program });
  const { page } = app;
  await test.step('the app runs from its archive, and its page is locked in', async () => {
    const facts = await app.evaluate(({ app: electronApp }) => ({
      isPackaged: electronApp.isPackaged,
      path: electronApp.getAppPath(),
    }));
    expect(facts).toEqual({ isPackaged: true, path: expect.stringMatching(/app\.asar$/) });
    expect(page.url()).toMatch(/^app:\/\/bundle\//);
    expect(await violateByFetch(page)).toBe('connect-src');
    expect(await page.evaluate<unknown>('typeof require + typeof process')).toBe(
      'undefinedundefined',
    );
  });

  const tenants = tenantsScreen(page);
  await test.step('the worker thread stores and finds the sample data', async () => {
    await connectionScreen(page).exploreSampleData.click();
    await expect(tenants.label).toContainText('2,500 tenants · read in full');
    await tenants.search.fill('a');
    await expect(tenants.summary).toContainText(/of [\d,]+/);
    await tenants.clearAll.click();
    await tenants.settled();
    await app.screenshot('packaged');
  });

  await test.step('a cell can be copied', async () => {
    const name = await tenants.cell(0, 'name').innerText();
    await tenants.cell(0, 'name').focus();
    await page.keyboard.press('ControlOrMeta+C');
    await expect.poll(async () => (await readClipboard(app)).text).toContain(name.trim());
  });

  await test.step('About finds the licenses in the archive', async () => {
    await chooseInMenu(app, 'about');
    const licenses = page.getByRole('group', { name: 'Licenses' });
    for (const name of ['react-dom', 'zod', '@github/keytar']) {
      await expect(licenses.getByText(name, { exact: true })).toBeVisible();
    }
    await page.keyboard.press('Escape');
    await expect(licenses).toHaveCount(0);
  });

  await test.step('an export is written', async () => {
    const path = join(folder, 'sample.xlsx');
    await stubSaveDialog(app, path);
    await tenants.startExport('all');
    await expect(tenants.exportPanel).toContainText('Export saved');
    await expect(tenants.exportPanel).toContainText('2,500 rows');
  });
  await quit(app);
});

test('a key is kept in the keychain, and an export has every digit', async ({
  launchApp,
  sandbox,
  folder,
}) => {
  const first = await launchApp({ program });
  await connect(first.page, sandbox);
  expect(await keychainEntry(first)).toBe(sandbox.apiKey);
  await quit(first);

  const second = await launchApp({ program });
  const tenants = tenantsScreen(second.page);
  const asked = sandbox.requests.length;
  await tenants.refresh.click();
  // The server answers only to the key.
  await expect.poll(() => sandbox.requests.length).toBeGreaterThan(asked);
  await tenants.settled();
  await expect(tenants.error).toHaveCount(0);
  const path = join(folder, 'all.xlsx');
  await stubSaveDialog(second, path);
  await tenants.startExport('all');
  await expect(tenants.exportPanel).toContainText('Export saved');
  await compareSheet(path, sandbox.tenants);
  await quit(second);
});
