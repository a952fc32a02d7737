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
  const menu = page.getByRole('menu');
  await expect(menu.locator(':focus').or(menu.and(page.locator(':focus')))).toHaveCount(1);
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
