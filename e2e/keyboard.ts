import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright';

/** More than the number of controls on any screen. */
const mostSteps = 120;

/** Presses Tab until a control has the focus. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  const hasFocus = () => control.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < mostSteps; step++) {
    if (await hasFocus()) return;
    await page.keyboard.press('Tab');
  }
  await expect(control, 'cannot be reached with Tab').toBeFocused();
}

/** Moves the focus to a control with Tab, then presses a key. */
export async function pressAt(page: Page, control: Locator, key: string): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press(key);
}

/** Waits until a menu that was opened has the focus. It gets the focus shortly after it is visible. */
export async function menuHasFocus(page: Page): Promise<void> {
  await containsFocus(page, page.getByRole('menu'));
}

/** Waits until the focus is on an element or in it. */
export async function containsFocus(page: Page, element: Locator): Promise<void> {
  const focus = page.locator(':focus');
  await expect(element.locator(focus).or(element.and(focus))).toHaveCount(1);
}

/**
 * Runs a command of the palette. Before the search box has the focus, the palette keeps letters, but not Enter. Some
 * commands are offered shortly after the list is shown.
 *
 * @param placeholder of the search box, in the language of the page.
 */
export async function runFromPalette(
  page: Page,
  command: string,
  placeholder = 'Search commands',
): Promise<void> {
  const search = page.getByPlaceholder(placeholder);
  await page.keyboard.press('ControlOrMeta+K');
  await expect(search).toBeFocused();
  await page.keyboard.type(command);
  const palette = page.getByRole('dialog').filter({ has: search });
  await expect(palette.getByRole('button', { name: command }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(search).toHaveCount(0);
}

/** Chooses an item of the open menu with the arrow keys and Enter. */
export async function chooseItem(page: Page, item: Locator): Promise<void> {
  await menuHasFocus(page);
  for (let step = 0; step < mostSteps; step++) {
    await page.keyboard.press('ArrowDown');
    if (await item.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(item).toBeFocused();
  await page.keyboard.press('Enter');
}

/** Opens the options of the focused select with an arrow key. */
export async function openOptions(page: Page): Promise<void> {
  await page.keyboard.press('ArrowDown');
  // Mantine marks the current option in a timer, which could otherwise undo the next arrow key.
  await page.evaluate(() => new Promise((resolve) => void setTimeout(resolve)));
}

/** Checks that an element has the focus. The focus is lost when the focused element is removed. */
export async function hasKeyboard(page: Page): Promise<void> {
  await expect(page.locator(':focus')).toHaveCount(1);
}

/** Converts a shortcut to Playwright's notation: https://playwright.dev/docs/api/class-keyboard#keyboard-press */
export function keysOf(shortcut: string): string {
  return shortcut
    .replace('mod', 'ControlOrMeta')
    .replace('shift', 'Shift')
    .replace('alt', 'Alt')
    .replace('plus', 'NumpadAdd')
    .replace('minus', 'Minus');
}
