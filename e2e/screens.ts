import type { Locator, Page } from 'playwright';
import { expect } from '@playwright/test';

/** Returns the controls of the connection screen, by their English names. */
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

/** Opens a section of the settings, by its English name. */
export async function openSettings(page: Page, section: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('tab', { name: section }).click();
  return settings;
}

/** The English names that depend on what the list shows. */
const listNames = {
  tenants: { grid: 'Tenants', search: 'Search name, domain, IDs' },
  hotlines: { grid: 'Hotlines', search: 'Search number, name, IDs' },
};

/** Returns the controls of the tenants screen, by their English names. */
export const tenantsScreen = (page: Page) => listScreen(page, listNames.tenants);

/** Returns the controls of the tenants screen while it shows hotlines. */
export const hotlinesScreen = (page: Page) => listScreen(page, listNames.hotlines);

function listScreen(page: Page, names: (typeof listNames)['tenants']) {
  const table = page.getByRole('grid', { name: names.grid });
  return {
    table,
    names: table.getByRole('rowheader'),
    /** The rendered cells of a column: the visible ones and a few more. */
    column: (field: string) => page.locator(`tbody [data-column="${field}"]`),
    /** Returns the texts of a column, of all rows of the page. */
    texts: (field: string) => scrolledTexts(table, field),
    /** Waits until the page has this number of rows, visible or not. */
    hasRows: (count: number) =>
      expect
        .poll(async () => (await scrolledTexts(table, 'name')).length, { message: 'rows' })
        .toBe(count),
    header: (name: string) => table.getByRole('columnheader', { name }),
    sortBy: (name: string) => table.getByRole('columnheader', { name }).getByRole('button'),
    /** The name in a row. A click opens the details. */
    open: (name: string) => table.getByRole('button', { name }),
    search: page.getByRole('textbox', { name: names.search }),
    filterByName: page.getByRole('textbox', { name: 'Filter by name' }),
    /** A chip of the filter bar: Status, Method, Owner, Created or Updated, and for hotlines Network. */
    chip: (name: string) =>
      page.getByRole('search').getByRole('button', { name: new RegExp(`^${name}(:|$)`) }),
    clearAll: page.getByRole('search').getByRole('button', { name: 'Clear filters' }),
    /** Filters by an owner id, which need not be in the list of owners. */
    filterByOwner: async (ownerId: string) => {
      await page
        .getByRole('search')
        .getByRole('button', { name: /^Owner(:|$)/ })
        .click();
      const typed = page.getByRole('searchbox', { name: 'Owner name or ID' });
      await typed.fill(ownerId);
      await typed.press('Enter');
    },
    previousPage: page.getByRole('button', { name: 'Previous page' }),
    nextPage: page.getByRole('button', { name: 'Next page' }),
    firstPage: page.getByRole('button', { name: 'First page' }),
    pageSize: (size: number | 'All') =>
      page.locator('footer').getByText(String(size), { exact: true }),
    columns: page.getByRole('button', { name: 'Columns' }),
    /** Shows a column that is hidden by default. */
    showColumn: async (name: string) => {
      await page.getByRole('button', { name: 'Columns' }).click();
      await page.getByRole('menuitemcheckbox', { name, exact: true }).check();
      await page.keyboard.press('Escape');
      // The menu still receives clicks while it fades out.
      await expect(page.getByRole('menu')).toHaveCount(0);
    },
    /** A cell by the index of its row, from 0, and its field. */
    cell: (row: number, field: string) =>
      page.locator(`tbody [data-row="${row}"] [data-column="${field}"]`),
    selected: page.locator('footer').getByText(/ selected$/),
    menuItem: (name: string | RegExp) => page.getByRole('menuitem', { name }),
    refresh: page.getByRole('button', { name: 'Refresh', exact: true }),
    /** The button of the menu with other ways to refresh. */
    moreRefreshes: page.getByRole('button', { name: 'More ways to refresh' }),
    refreshThese: page.getByRole('menuitem', { name: 'Refresh only these' }),
    /** Refreshes by reading all pages. */
    readAll: async () => {
      await page.getByRole('button', { name: 'More ways to refresh' }).click();
      await page.getByRole('menuitem', { name: 'Read the whole list' }).click();
    },
    cancel: page.getByRole('button', { name: 'Cancel' }),
    resumeRefresh: page.getByRole('button', { name: 'Resume' }),
    live: page.getByRole('switch', { name: 'Live' }),
    /** The choice between all tenants and those that have changed. It says since when and how many. */
    changes: page.getByRole('radiogroup', { name: 'Changes' }),
    openChanges: () =>
      page.getByRole('radiogroup', { name: 'Changes' }).locator('label').last().click(),
    closeChanges: () => page.getByRole('radiogroup', { name: 'Changes' }).getByText('List').click(),
    /** The bar of the changes view: baseline, kind, field and *Mark all as seen*. */
    changesBar: page.getByRole('region', { name: 'Changes' }),
    /** Waits until the changes view has its rows and its numbers: only then does leaving it mark them as seen. */
    showsChanges: async (count: number) => {
      const bar = page.getByRole('region', { name: 'Changes' });
      await expect(bar.getByText(`All ${count}`)).toBeVisible();
      await expect(bar.getByRole('button', { name: 'Mark all as seen' })).toBeEnabled();
      await expect(table).toHaveAttribute('aria-busy', 'false');
    },
    error: page.getByRole('alert'),
    summary: page.locator('footer').getByRole('status').first(),
    /** The number and age of the tenants. A click opens the proof. */
    label: page
      .locator('footer')
      .getByRole('button', { name: /read in full|so far|Live|Nothing saved/ }),
    proof: page.getByRole('dialog', { name: 'Is the list complete?' }),
    drawer: (name: string) => page.getByRole('dialog', { name }),
    /** The name of the current account. A click opens the account menu. */
    account: page.getByRole('button', { name: /^Account: / }),
    settings: page.getByRole('button', { name: 'Settings' }),
    export: page.getByRole('button', { name: 'Export…' }),
    exportDialog: page.getByRole('dialog', { name: 'Export' }),
    exportPanel: page.getByRole('region', { name: 'Export' }),
    /** Starts an export. `all` is the default of the dialog if no rows are selected. */
    startExport: async (scope: 'this page' | 'selected rows' | 'all') => {
      await page.getByRole('button', { name: 'Export…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Export' });
      if (scope !== 'all') {
        await dialog.getByRole('radio', { name: new RegExp(`^${scope}`, 'i') }).check();
      }
      await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    },
    /** Waits until the requested page is shown. */
    settled: () => expect(table).toHaveAttribute('aria-busy', 'false'),
  };
}

/** Scrolls through the grid and back, and returns the texts of a column. */
async function scrolledTexts(table: Locator, field: string): Promise<string[]> {
  return table.evaluate(async (element, column) => {
    const area = element.parentElement;
    if (area === null) return [];
    const found = new Map<number, string>();
    const before = area.scrollTop;
    for (let top = 0; ; top += area.clientHeight / 2) {
      area.scrollTop = top;
      // Rows are rendered after the scroll event, which comes at the start of a frame.
      await new Promise(requestAnimationFrame);
      for (const row of element.querySelectorAll<HTMLElement>('tbody [data-row]')) {
        const cell = row.querySelector<HTMLElement>(`[data-column="${column}"]`);
        if (cell !== null) found.set(Number(row.dataset.row), cell.innerText.trim());
      }
      if (top >= area.scrollHeight - area.clientHeight) break;
    }
    area.scrollTop = before;
    await new Promise(requestAnimationFrame);
    return [...found].toSorted(([a], [b]) => a - b).map(([, text]) => text);
  }, field);
}

/** Returns the texts of the rendered cells. */
export async function texts(cells: Locator): Promise<string[]> {
  return (await cells.allInnerTexts()).map((text) => text.trim());
}

interface Server {
  baseUrl: string;
  apiKey: string;
}

/** Connects on the connection screen, without waiting for the list. */
export async function enter(page: Page, { baseUrl, apiKey }: Server) {
  const screen = connectionScreen(page);
  await screen.baseUrl.fill(baseUrl);
  await screen.apiKey.fill(apiKey);
  await screen.connect.click();
  return tenantsScreen(page);
}

/** Connects on the connection screen and waits until the whole list is saved and shown. */
export async function connect(page: Page, server: Server) {
  const tenants = await enter(page, server);
  await expect(tenants.label).toContainText(/tenants? · (refreshed|read in full)/);
  // A shortcut that refreshes does nothing while the first refresh is running.
  await expect(tenants.refresh).toBeEnabled();
  await tenants.settled();
  return tenants;
}

/** Connects and switches to the live list. */
export async function connectLive(page: Page, server: Server) {
  const tenants = await connect(page, server);
  await tenants.live.click();
  await expect(tenants.label).toContainText('Live');
  await tenants.settled();
  return tenants;
}

/** Shows the tab of all hotlines and waits for its list. */
export async function showHotlines(page: Page) {
  const hotlines = hotlinesScreen(page);
  await page.getByRole('tab', { name: 'Hotlines', exact: true }).click();
  await hotlines.settled();
  return hotlines;
}

/** A short notice over the list. */
export const notice = (page: Page, text: string | RegExp) =>
  page.getByRole('status').filter({ hasText: text });
