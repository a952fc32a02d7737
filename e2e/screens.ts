import type { Locator, Page } from 'playwright';
import { expect } from '@playwright/test';

/** The first screen, by the names its controls have in English. */
export function connectionScreen(page: Page) {
  return {
    baseUrl: page.getByRole('textbox', { name: 'Base URL' }),
    apiKey: page.getByLabel('API key', { exact: true }),
    connect: page.getByRole('button', { name: 'Test and connect' }),
    exploreSampleData: page.getByRole('button', { name: 'Explore with sample data' }),
    sessionOnly: page.getByRole('button', { name: 'Use for this session only' }),
    error: page.getByRole('alert'),
  };
}

/** The list of tenants, by the names its controls have in English. */
export function tenantsScreen(page: Page) {
  const table = page.getByRole('table', { name: 'Tenants' });
  return {
    table,
    names: table.getByRole('rowheader'),
    column: (field: string) => page.locator(`tbody [data-column="${field}"]`),
    header: (name: string) => table.getByRole('columnheader', { name }),
    sortBy: (name: string) => table.getByRole('button', { name }),
    filterByName: page.getByRole('textbox', { name: 'Filter by name' }),
    filterByOwnerId: page.getByRole('textbox', { name: 'Filter by owner ID' }),
    previousPage: page.getByRole('button', { name: 'Previous page' }),
    nextPage: page.getByRole('button', { name: 'Next page' }),
    firstPage: page.getByRole('button', { name: 'First page' }),
    pageSize: (size: number) => page.getByRole('radio', { name: String(size), exact: true }),
    refresh: page.getByRole('button', { name: 'Refresh' }),
    error: page.getByRole('alert'),
    summary: page.getByRole('status').filter({ hasText: /Rows|row/ }),
    settings: page.getByRole('button', { name: 'Settings' }),
    exportToExcel: page.getByRole('button', { name: 'Export to Excel' }),
    exportPanel: page.getByRole('region', { name: 'Export' }),
    /** Begins an export as far as the save dialog. */
    startExport: async (scope: 'this page' | 'all') => {
      await page.getByRole('button', { name: 'Export to Excel' }).click();
      const name = scope === 'all' ? /^All/ : /^This page/;
      await page.getByRole('menuitem', { name }).click();
    },
    /** Waits until the page that was asked for is on screen. */
    settled: () => expect(table).toHaveAttribute('aria-busy', 'false'),
  };
}

/** The text of every cell of a column, top to bottom. */
export async function texts(cells: Locator): Promise<string[]> {
  return (await cells.allInnerTexts()).map((text) => text.trim());
}

/** Connects on the first screen and waits for the first rows. */
export async function connect(
  page: Page,
  { baseUrl, apiKey }: { baseUrl: string; apiKey: string },
) {
  const screen = connectionScreen(page);
  await screen.baseUrl.fill(baseUrl);
  await screen.apiKey.fill(apiKey);
  await screen.connect.click();
  const tenants = tenantsScreen(page);
  await tenants.settled();
  return tenants;
}
