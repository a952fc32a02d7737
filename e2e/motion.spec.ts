import type { Page } from 'playwright';
import { expect, test } from './fixture.ts';
import { connect, enter } from './screens.ts';

/** Returns the elements with a transition or animation: tag, class and seconds. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) =>
      ['', '::before', '::after'].flatMap((pseudo) => {
        const style = getComputedStyle(element, pseudo);
        const times = `${style.transitionDuration}, ${style.animationDuration}`.split(', ');
        const seconds = Math.max(...times.map(Number.parseFloat));
        return seconds > 0 ? [`${element.tagName}${pseudo}.${element.className} ${seconds}`] : [];
      }),
    ),
  );
}

test('with reduced motion, nothing moves while rows are loading', async ({
  launchApp,
  sandbox,
}) => {
  const { page } = await launchApp();
  sandbox.setFaults({ hang: { after: 1 } });
  const tenants = await enter(page, sandbox);
  await expect(tenants.table).toHaveAttribute('aria-busy', 'true');
  // Proves that `moving` finds motion, before it must find none.
  expect((await moving(page)).join()).toContain('::after');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await moving(page)).toEqual([]);
});

test('with reduced motion, nothing moves in the grid, menus, details, dialogs and the palette', async ({
  launchApp,
  sandbox,
}) => {
  const { page } = await launchApp();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const tenants = await connect(page, sandbox);
  expect(await moving(page), 'grid').toEqual([]);
  const { keyboard } = page;
  const opened = page.locator('[role="menu"], [role="dialog"]');
  for (const [name, open] of [
    ['menu of a row', () => tenants.cell(0, 'name').press('Shift+F10')],
    ['menu of columns', () => tenants.columns.press('Enter')],
    ['filter', () => tenants.chip('Created').press('Enter')],
    ['details', () => tenants.cell(0, 'name').press('Enter')],
    ['settings', () => keyboard.press('ControlOrMeta+,')],
    ['palette', () => keyboard.press('ControlOrMeta+K')],
    ['export', () => keyboard.press('ControlOrMeta+E')],
  ] as const) {
    await open();
    await expect(opened.first()).toBeVisible();
    expect(await moving(page), name).toEqual([]);
    const focused = page.locator(':focus');
    await expect(opened.locator(':focus').or(opened.and(focused)), name).toHaveCount(1);
    await keyboard.press('Escape');
    await expect(opened, name).toHaveCount(0);
  }
});
