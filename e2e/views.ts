import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import { noFilter } from '../src-shared/filter-values.ts';

/** Returns the controls of saved views, by their English names. */
export function viewControls(page: Page) {
  return {
    tabs: page.getByRole('tab'),
    tab: (name: string) => page.getByRole('tab', { name }),
    shown: page.getByRole('tab', { selected: true }),
    saveAs: page.getByRole('button', { name: 'Save view…' }),
    dialog: page.getByRole('dialog', { name: 'Save view' }),
    save: page.getByRole('button', { name: 'Save', exact: true }),
    reset: page.getByRole('button', { name: 'Reset', exact: true }),
    menu: page.getByRole('button', { name: 'View actions' }),
    /** Saves what the list shows as a view. */
    add: async (name: string, lists: 'Only in this account' | 'In every account') => {
      await page.getByRole('button', { name: 'Save view…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Save view' });
      await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
      await dialog.getByText(lists, { exact: true }).click();
      await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    },
  };
}

/** Adds views of every account, without filters, to the data folder of an app that is not running. */
export async function addViews(dataFolder: string, names: readonly string[]) {
  const layout = { records: 'tenants', order: [], hidden: [], widths: {}, pageSize: 50 };
  const views = names.map((name) => ({
    viewId: randomUUID(),
    name,
    accountId: null,
    shown: { filterValues: noFilter, sort: null, layout, density: 'comfortable' },
    exportOptions: null,
  }));
  await writeFile(join(dataFolder, 'views.json'), JSON.stringify(views));
}

/**
 * Returns the checks of the commands that show views, for the spec that runs every command.
 *
 * @param names the names of nine views.
 */
export function viewProofs(page: Page, names: readonly string[]) {
  const isShown = async (name: string) => {
    const tab = page.getByRole('tab', { name, exact: true });
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  };
  const show = async (number: number) => {
    await page.keyboard.press(`ControlOrMeta+Shift+${number}`);
    await isShown(names[number - 1] ?? '');
  };
  const shows = (number: number) => ({
    before: () => show(number === 1 ? 2 : 1),
    seen: () => isShown(names[number - 1] ?? ''),
  });
  return {
    hotlines: { before: () => show(1), seen: () => isShown('Hotlines') },
    allTenants: { before: () => show(1), seen: () => isShown('All tenants') },
    ...{ view1: shows(1), view2: shows(2), view3: shows(3), view4: shows(4), view5: shows(5) },
    ...{ view6: shows(6), view7: shows(7), view8: shows(8), view9: shows(9) },
  };
}
