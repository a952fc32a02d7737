import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { z } from 'zod';
import { expect } from '@playwright/test';
import { tenantsScreen } from './screens.ts';

/** Returns the dialog for adding an account. */
export const addDialog = (page: Page) => page.getByRole('dialog', { name: 'Add account' });

interface Added {
  name: string;
  server: { baseUrl: string; apiKey: string; tenants: readonly unknown[] };
}

/** Adds an account in the account menu and waits until its list is saved. */
export async function addAccount(page: Page, { name, server }: Added) {
  const tenants = tenantsScreen(page);
  await tenants.account.click();
  await page.getByRole('menuitem', { name: 'Add account' }).click();
  const dialog = addDialog(page);
  await dialog.getByRole('textbox', { name: 'Account name' }).fill(name);
  await dialog.getByRole('textbox', { name: 'Base URL' }).fill(server.baseUrl);
  await dialog.getByLabel('API key', { exact: true }).fill(server.apiKey);
  await dialog.getByRole('button', { name: 'Test and connect' }).click();
  await expect(tenants.account).toContainText(name);
  await expect(tenants.label).toContainText(`${server.tenants.length} tenants · read in full`);
  await expect(tenants.refresh).toBeEnabled();
  await tenants.settled();
}

/** Switches to another account in the account menu. */
export async function showAccount(page: Page, name: RegExp) {
  await tenantsScreen(page).account.click();
  await page.getByRole('menuitemradio', { name }).click();
}

/** Adds accounts without API keys to the data folder of an app that is not running. */
export async function addAccountsWithoutKeys(dataFolder: string, names: readonly string[]) {
  const path = join(dataFolder, 'accounts.json');
  const file = z
    .looseObject({ accounts: z.array(z.unknown()) })
    .parse(JSON.parse(await readFile(path, 'utf8')));
  const others = names.map((name) => ({
    kind: 'partner',
    accountId: randomUUID(),
    name,
    color: 'teal',
    baseUrl: 'https://example.com/',
    keyStorage: null,
    hasKeychainEntry: false,
  }));
  await writeFile(path, JSON.stringify({ ...file, accounts: [...file.accounts, ...others] }));
}
