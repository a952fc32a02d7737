import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright';

/** Many more than there are controls on a screen. */
const mostSteps = 120;

/** Goes on with Tab until the keyboard is on a control, as somebody does who has no mouse. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  const hasFocus = () => control.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < mostSteps; step++) {
    if (await hasFocus()) return;
    await page.keyboard.press('Tab');
  }
  await expect(control, 'is not come to with Tab').toBeFocused();
}

/** Goes to a control with Tab and presses a key there. */
export async function pressAt(page: Page, control: Locator, key: string): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press(key);
}

/** Goes down the open menu to an item and chooses it. */
export async function chooseItem(page: Page, item: Locator): Promise<void> {
  const menu = page.getByRole('menu');
  await expect(menu.locator(':focus').or(menu.and(page.locator(':focus')))).toHaveCount(1);
  for (let step = 0; step < mostSteps; step++) {
    await page.keyboard.press('ArrowDown');
    if (await item.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(item).toBeFocused();
  await page.keyboard.press('Enter');
}

/** The keyboard is on something: not nowhere, as after a control has gone that had it. */
export async function hasKeyboard(page: Page): Promise<void> {
  await expect(page.locator(':focus')).toHaveCount(1);
}
