import type { Page } from 'playwright';
import { chooseInMenu, menuItem } from './menu.ts';
import { expect, test } from './fixture.ts';
import { runFromPalette } from './keyboard.ts';
import { connect } from './screens.ts';

test.use({ tenantCount: 130 });

/** Returns the controls that are cut off or covered even after scrolling to them. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const faults: string[] = [];
    const controls = [
      ...document.querySelectorAll<HTMLElement>(
        'header button, header label, [role="search"] button, [role="search"] label, section button, section label, footer button, footer label, [role="grid"] [data-row="0"] > *',
      ),
    ].filter((control) => control.checkVisibility());
    for (const control of controls) {
      control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      await new Promise(requestAnimationFrame);
      const { left, top, width, height, right, bottom } = control.getBoundingClientRect();
      const name = control.ariaLabel ?? control.textContent.trim();
      const isInside =
        left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
      // An element on top of the control would receive the click.
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      const isHit = hit !== null && (control.contains(hit) || hit.contains(control));
      if (!isInside) faults.push(`${name} is cut off`);
      else if (!isHit) faults.push(`${name} is covered`);
    }
    const app = document.querySelector('#root > div');
    if (app !== null && app.scrollWidth > app.clientWidth) {
      faults.push(`scrolls sideways by ${app.scrollWidth - app.clientWidth}`);
    }
    return controls.length < 20 ? ['too few controls were looked at'] : faults;
  });
}

for (const [language, scheme] of [
  ['english', 'light'],
  ['vietnamese', 'dark'],
] as const) {
  test(`all controls can be reached at 200 and 300 %: ${language}`, async ({
    launchApp,
    sandbox,
  }) => {
    const app = await launchApp();
    const { page } = app;
    await page.emulateMedia({ colorScheme: scheme });
    const tenants = await connect(page, sandbox);
    await tenants.cell(0, 'name').focus();
    await page.keyboard.press('Shift+Space');
    await chooseInMenu(app, language);
    await expect(page.locator('html')).toHaveAttribute(
      'lang',
      language === 'english' ? 'en' : 'vi',
    );
    const width = await page.evaluate(() => innerWidth);
    for (const [percent, steps] of [
      [200, 5],
      [300, 2],
    ] as const) {
      for (let step = 0; step < steps; step++) await page.keyboard.press('ControlOrMeta+Equal');
      await expect
        .poll(() =>
          app.evaluate(({ BrowserWindow }) =>
            BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor(),
          ),
        )
        .toBe(percent / 100);
      // The page becomes narrower step by step.
      await expect
        .poll(() => page.evaluate(() => innerWidth))
        .toBeLessThanOrEqual(Math.ceil((width * 100) / percent));
      await app.screenshot(`zoom-${percent}-${language}-top`);
      expect.soft(await cutOff(page), `${percent} %`).toEqual([]);
      await page.locator('footer').evaluate((footer) => footer.scrollIntoView({ block: 'end' }));
      await app.screenshot(`zoom-${percent}-${language}-end`);
    }
  });
}

// 1280 × 1024 pixels at 400 %: https://www.w3.org/WAI/WCAG22/Understanding/reflow.html
for (const language of ['english', 'vietnamese']) {
  test(`all controls can be reached in a window of 320 × 256: ${language}`, async ({
    launchApp,
    sandbox,
  }) => {
    const first = await launchApp();
    test.skip(first.hostName === 'electron', 'Electron’s window has a minimum size');
    await connect(first.page, sandbox);
    await chooseInMenu(first, language);
    await expect.poll(() => menuItem(first, language)).toMatchObject({ checked: true });
    await first.close();

    const { page, screenshot } = await launchApp();
    await page.locator('tbody [data-row="0"] [data-column="name"]').press('Shift+Space');
    // The summary of the selection is loaded later, and makes the footer higher.
    await expect(page.getByRole('button', { name: /^(Clear selection|Bỏ chọn)$/ })).toBeVisible();
    await page.setViewportSize({ width: 320, height: 256 });
    await screenshot(`reflow-${language}-top`);
    expect.soft(await cutOff(page)).toEqual([]);
    await page.locator('footer').evaluate((footer) => footer.scrollIntoView({ block: 'end' }));
    await screenshot(`reflow-${language}-end`);
    const changes = page.getByRole('radiogroup', { name: /^(Changes|Thay đổi)$/ });
    await changes.locator('label').last().click();
    await expect(page.getByRole('region', { name: /^(Changes|Thay đổi)$/ })).toBeVisible();
    // Until the changes have been read, the grid has the rows of the list.
    await expect(page.getByRole('grid')).toHaveAttribute('aria-busy', 'false');
    await screenshot(`reflow-${language}-changes`);
    expect.soft(await cutOff(page)).toEqual([]);
    expect(await page.evaluate(() => innerWidth)).toBe(320);
  });
}

test('in a small window, tabs that appear and chips that change do not scroll the page', async ({
  connected,
}) => {
  const { page, hostName } = connected.app;
  test.skip(hostName === 'electron', 'Electron’s window has a minimum size');
  await page.setViewportSize({ width: 320, height: 256 });
  const laterParts = Promise.withResolvers<undefined>();
  await page.route(/later-parts-.*\.js$/, async (route) => {
    await laterParts.promise;
    await route.fallback();
  });
  // The load event can wait for the parts that are held back.
  await page.reload({ waitUntil: 'commit' });
  const footer = page.locator('footer');
  await expect(footer).toContainText('130 tenants');
  const scrollToEnd = () =>
    page.locator('#root > div:has(main)').evaluate((app) => {
      app.scrollTop = app.scrollHeight;
      return app.scrollTop;
    });
  const scrollTop = () => page.locator('#root > div:has(main)').evaluate((app) => app.scrollTop);
  const atEnd = await scrollToEnd();
  expect(atEnd).toBeGreaterThan(256);
  laterParts.resolve(undefined);
  await expect(page.getByRole('tab', { name: 'All tenants' })).toBeAttached();
  await expect(page.getByRole('tab', { name: 'All tenants' })).not.toBeInViewport();
  expect(await scrollTop()).toBe(atEnd);

  const status = connected.tenants.chip('Status');
  await runFromPalette(page, 'Show only enabled');
  await expect(status).toHaveText('Status: Enabled');
  // Nothing had the focus, so it moves to the account button.
  await expect(connected.tenants.account).toBeFocused();
  await expect(status).not.toBeInViewport();
  expect(await scrollTop()).toBe(atEnd);

  // The palette returns the focus to where it was.
  await footer.getByRole('radio', { name: '25', exact: true }).focus();
  await runFromPalette(page, 'Show only disabled');
  await expect(status).toHaveText('Status: Disabled');
  await expect(status).not.toBeInViewport();
  expect(await scrollTop()).toBe(atEnd);
});

// 1366 × 720 pixels.
test.describe('at 150 % with tabs', () => {
  test.use({ hotlineCount: 30 });

  test('the footer has one line in Vietnamese, and only the grid scrolls', async ({
    launchApp,
    sandbox,
  }) => {
    const first = await launchApp();
    test.skip(first.hostName === 'electron', 'The size of Electron’s window depends on the screen');
    await connect(first.page, sandbox);
    await chooseInMenu(first, 'vietnamese');
    await expect.poll(() => menuItem(first, 'vietnamese')).toMatchObject({ checked: true });
    await first.close();

    const { page, screenshot } = await launchApp();
    await page.setViewportSize({ width: 911, height: 480 });
    const footer = page.locator('footer');
    await expect(page.getByRole('tab', { name: 'Hotline' })).toBeVisible();
    await expect(footer).toContainText('130 tổng đài');
    await expect(footer.getByRole('radiogroup', { name: 'Số dòng mỗi trang' })).toBeVisible();
    await screenshot('zoom-150-vietnamese');
    expect((await footer.boundingBox())?.height).toBeLessThan(50);
    const app = page.locator('#root > div:has(main)');
    const scrolledOut = () =>
      app.evaluate((element) => element.scrollHeight - element.clientHeight);
    expect(await scrolledOut()).toBe(0);
    expect.soft(await cutOff(page)).toEqual([]);

    // With the times of both refreshes, the footer needs a second line.
    await page.getByRole('button', { name: 'Làm mới', exact: true }).click();
    await expect(footer).toContainText('làm mới lúc');
    await screenshot('zoom-150-vietnamese-refreshed');
    expect(await scrolledOut()).toBe(0);
  });
});
