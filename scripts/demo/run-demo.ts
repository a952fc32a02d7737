import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import type { App } from '../../e2e/app.ts';
import { chooseHost, launchApp, stubSaveDialog } from '../../e2e/app.ts';
import { compareSheet } from '../../e2e/compare-sheet.ts';
import { runCommand } from '../../e2e/run-command.ts';
import { removeKeychainEntries } from '../../e2e/keychain.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { root } from '../run.ts';
import { readAllTenants } from './read-all-tenants.ts';

const folder = join(root, 'demo');
/** A step that waits for a renamed label must not hang. */
const timeLimits = {
  sandbox: 2 * 60_000,
  /** Enough for tens of thousands of rows from a slow server. */
  ownServer: 25 * 60_000,
};

interface Server {
  baseUrl: string;
  apiKey: string;
  close: () => Promise<void>;
  /** The longest time for the whole demo, in milliseconds. */
  timeLimit: number;
}

/** Opens the app, shows what it does, and leaves it open if `DEMO_OPEN` is set. */
async function runDemo(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  const start = performance.now();
  const server = await provideServer();
  const dataFolder = await mkdtemp(join(tmpdir(), 'etelecom-tenants-demo-'));
  const open = process.env.DEMO_OPEN === '1';
  let app: App | undefined;
  try {
    app = await launchApp({ dataFolder, host: chooseHost(), headless: !open });
    say(`Opened the app on ${hostNames[app.hostName]}`);
    // The time limit alone ends a wait.
    app.page.setDefaultTimeout(server.timeLimit);
    const files = await within(server.timeLimit, showApp(app, server));
    if (!open) {
      await app.close();
      files.push(await within(server.timeLimit, exportWithoutWindow(dataFolder)));
    }
    say(`Done in ${((performance.now() - start) / 1000).toFixed(1)} s. Files:`);
    for (const file of files) console.log(`  ${relative(root, file)}`);
    if (open) {
      say('Close the window to end the demo');
      await app.page.waitForEvent('close', { timeout: 0 });
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

/** @throws if `work` has not ended after `limit` milliseconds, with the last step that it said. */
async function within<Value>(limit: number, work: Promise<Value>): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () =>
      reject(new Error(`The demo did not end in ${limit / 1000} s. Its last step: ${lastStep}`)),
    limit,
  );
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Connects, pages and exports all tenants, then compares the sheet with what the server sends. @returns the files. */
async function showApp(app: App, server: Server): Promise<string[]> {
  const { page } = app;
  const files: string[] = [];
  const picture = async (name: string) => {
    files.push(join(folder, `${name}.png`));
    await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  };
  await connect(page, server, picture);
  await showSecondPage(page, picture);
  const sheet = await exportAll(app, picture);
  const sent = await readAllTenants(server.baseUrl, server.apiKey).catch((error: unknown) => {
    throw new Error('The list could not be read again for the comparison', { cause: error });
  });
  const rows = await compareSheet(sheet, sent);
  say(
    `Compared the sheet: ${rows} ${rows === 1 ? 'row' : 'rows'}, every cell is what the server sent`,
  );
  return [...files, sheet];
}

/** Exports the saved list again with the command line, as a script does. @returns the file. */
async function exportWithoutWindow(dataFolder: string): Promise<string> {
  const path = join(folder, 'without-window.csv');
  const { exitCode, output } = await runCommand(
    dataFolder,
    ...['export', '--all-accounts', '--to', path],
  );
  if (exitCode !== 0) throw new Error(`The command failed: ${JSON.stringify(output)}`);
  say(`Exported again without a window: ${JSON.stringify(output)}`);
  return path;
}

const hostNames = { electron: 'Electron', chromium: 'the Chromium host' } as const;

async function provideServer(): Promise<Server> {
  const { DEMO_BASE_URL: baseUrl, DEMO_KEY: apiKey } = process.env;
  if (baseUrl !== undefined && apiKey !== undefined) {
    say(`Using the server at ${baseUrl}`);
    return { baseUrl, apiKey, close: () => Promise.resolve(), timeLimit: timeLimits.ownServer };
  }
  const sandbox = await startSandbox({ apiKey: 'demo:sample-key' });
  say(`Started the sandbox at ${sandbox.baseUrl} with ${sandbox.tenants.length} tenants`);
  return {
    baseUrl: sandbox.baseUrl,
    apiKey: sandbox.apiKey,
    close: sandbox.close,
    timeLimit: timeLimits.sandbox,
  };
}

/** The time limit of the whole demo ends these waits. */
const untilTimeLimit = { timeout: 0 };

type Picture = (name: string) => Promise<void>;

async function connect(page: Page, server: Server, picture: Picture): Promise<void> {
  await page.getByRole('textbox', { name: 'Base URL' }).fill(server.baseUrl);
  await picture('1-first-start');
  await page.getByLabel('API key', { exact: true }).fill(server.apiKey);
  await page.getByRole('button', { name: 'Test and connect' }).click();
  const grid = page.getByRole('grid', { name: 'Tenants' });
  const problem = page.getByRole('alert');
  await expect(grid.or(problem).first()).toBeVisible(untilTimeLimit);
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
    .getByRole('button', { name: /tenants? · (refreshed|read in full)/ });
  const stopped = page.getByRole('button', { name: 'Resume' });
  await expect(label.or(stopped).first()).toBeVisible(untilTimeLimit);
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
  await expect(panel.getByText(/Export saved|Export failed/)).toBeVisible(untilTimeLimit);
  await picture('4-exported');
  const text = await panel.innerText();
  if (!text.includes('Export saved')) throw new Error(text);
  const rows = /[\d,]+ rows?/.exec(text)?.[0] ?? 'nothing';
  say(`Exported ${rows} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return path;
}

/** Waits until the requested page is shown. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('grid', { name: 'Tenants' })).toHaveAttribute(
    'aria-busy',
    'false',
    untilTimeLimit,
  );
}

let lastStep = 'none';

function say(message: string): void {
  lastStep = message;
  console.log(message);
}

await runDemo().catch((error: unknown) => {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  console.error(cause instanceof Error ? `${message}: ${cause.message}` : message);
  process.exitCode = 1;
});
