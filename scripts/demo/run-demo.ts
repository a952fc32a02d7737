import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import type { App } from '../../e2e/app.ts';
import { chooseHost, launchApp, stubSaveDialog } from '../../e2e/app.ts';
import { compareSheet } from '../../e2e/compare-sheet.ts';
import { removeKeychainEntries } from '../../e2e/keychain.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { root } from '../run.ts';
import { readAllTenants } from './read-all-tenants.ts';

const folder = join(root, 'demo');
/** Enough for tens of thousands of rows from a slow server. */
const refreshTimeout = 15 * 60_000;
const exportTimeout = 5 * 60_000;

interface Server {
  baseUrl: string;
  apiKey: string;
  close: () => Promise<void>;
}

/** Connects, pages and exports all tenants, then compares the sheet with what the server sends. */
async function runDemo(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  const start = performance.now();
  const server = await provideServer();
  const dataFolder = await mkdtemp(join(tmpdir(), 'etelecom-tenants-demo-'));
  const open = process.env.DEMO_OPEN === '1';
  const files: string[] = [];
  let app: App | undefined;
  try {
    app = await launchApp({ dataFolder, host: chooseHost(), headless: !open });
    const { page } = app;
    say(`Opened the app on ${hostNames[app.hostName]}`);
    const picture = async (name: string) => {
      files.push(join(folder, `${name}.png`));
      await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
    };
    await connect(page, server, picture);
    await showSecondPage(page, picture);
    const sheet = await exportAll(app, picture);
    files.push(sheet);
    const sent = await readAllTenants(server.baseUrl, server.apiKey).catch((error: unknown) => {
      throw new Error('The list could not be read again for the comparison', { cause: error });
    });
    const rows = await compareSheet(sheet, sent);
    say(
      `Compared the sheet: ${rows} ${rows === 1 ? 'row' : 'rows'}, every cell is what the server sent`,
    );
    say(`Done in ${((performance.now() - start) / 1000).toFixed(1)} s. Files:`);
    for (const file of files) console.log(`  ${relative(root, file)}`);
    if (open) {
      say('Close the window to end the demo');
      await page.waitForEvent('close', { timeout: 0 });
    }
    await app.close();
  } finally {
    // After an error the app is still open. An error while it closes would hide the first one.
    await app?.close().catch(() => undefined);
    await removeKeychainEntries(dataFolder);
    await rm(dataFolder, { recursive: true, force: true });
    await server.close();
  }
}

const hostNames = { electron: 'Electron', chromium: 'the Chromium host' } as const;

async function provideServer(): Promise<Server> {
  const { DEMO_BASE_URL: baseUrl, DEMO_KEY: apiKey } = process.env;
  if (baseUrl !== undefined && apiKey !== undefined) {
    say(`Using the server at ${baseUrl}`);
    return { baseUrl, apiKey, close: () => Promise.resolve() };
  }
  const sandbox = await startSandbox({ apiKey: 'demo:sample-key' });
  say(`Started the sandbox at ${sandbox.baseUrl} with ${sandbox.tenants.length} tenants`);
  return sandbox;
}

type Picture = (name: string) => Promise<void>;

async function connect(page: Page, server: Server, picture: Picture): Promise<void> {
  await page.getByRole('textbox', { name: 'Base URL' }).fill(server.baseUrl);
  await picture('1-first-start');
  await page.getByLabel('API key', { exact: true }).fill(server.apiKey);
  await page.getByRole('button', { name: 'Test and connect' }).click();
  const grid = page.getByRole('grid', { name: 'Tenants' });
  const problem = page.getByRole('alert');
  await expect(grid.or(problem).first()).toBeVisible({ timeout: 180_000 });
  if (!(await grid.isVisible())) throw new Error(`Not connected: ${await problem.innerText()}`);
  await settled(page);
  say('Connected; the key is in the keychain');
  await waitForSavedList(page);
  await picture('2-first-page');
}

/** Waits until the first refresh, which starts automatically, is complete. */
async function waitForSavedList(page: Page): Promise<void> {
  const label = page
    .locator('footer')
    .getByRole('button', { name: /tenants? · (updated|read in full)/ });
  const stopped = page.getByRole('button', { name: 'Resume' });
  await expect(label.or(stopped).first()).toBeVisible({ timeout: refreshTimeout });
  if (!(await label.isVisible())) {
    throw new Error(`The refresh is incomplete: ${await page.getByRole('alert').innerText()}`);
  }
  await settled(page);
  say(`Saved the list: ${(await label.innerText()).replace(/\s+/g, ' ')}`);
}

/** Shows the second page, if there is one, and returns to the first. */
async function showSecondPage(page: Page, picture: Picture): Promise<void> {
  const next = page.getByRole('button', { name: 'Next page' });
  if ((await next.getAttribute('aria-disabled')) === 'true' || !(await next.isEnabled())) {
    say('The list has only one page');
    return;
  }
  await next.click();
  await settled(page);
  await picture('3-second-page');
  await page.getByRole('button', { name: 'First page' }).click();
  await settled(page);
  say('Showed the second page and returned to the first');
}

async function exportAll(app: App, picture: Picture): Promise<string> {
  const path = join(folder, 'tenants.xlsx');
  await stubSaveDialog(app, path);
  const start = performance.now();
  await app.page.getByRole('button', { name: 'Export…' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  const panel = app.page.getByRole('region', { name: 'Export' });
  await expect(panel.getByText(/Export saved|Export failed/)).toBeVisible({
    timeout: exportTimeout,
  });
  await picture('4-exported');
  const text = await panel.innerText();
  if (!text.includes('Export saved')) throw new Error(text);
  const rows = /[\d,]+ rows?/.exec(text)?.[0] ?? 'nothing';
  say(`Exported ${rows} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return path;
}

/** Waits until the requested page is shown. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('grid', { name: 'Tenants' })).toHaveAttribute('aria-busy', 'false', {
    timeout: 180_000,
  });
}

function say(message: string): void {
  console.log(message);
}

await runDemo().catch((error: unknown) => {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  console.error(cause instanceof Error ? `${message}: ${cause.message}` : message);
  process.exitCode = 1;
});
