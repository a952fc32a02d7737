import { expect, test } from './fixture.ts';

test.use({ tenantCount: 400 });

test('every row of a list that is higher than the browser allows can be reached', async ({
  connected,
}) => {
  const { app, tenants } = connected;
  // The browser's limit is in pixels of the screen. At this scale it is 4,000 CSS pixels, less than a third of the list.
  await app.page.evaluate(() =>
    Object.defineProperty(window, 'devicePixelRatio', { get: () => 8000 }),
  );
  await tenants.pageSize('All').click();
  await tenants.settled();
  const area = app.page.getByRole('region', { name: 'Tenant list' });
  await expect.poll(() => area.evaluate(({ scrollHeight }) => scrollHeight)).toBeLessThan(4200);
  const row = (index: number) => app.page.locator(`tbody [data-row="${index}"]`);
  const isShown = async (index: number) => {
    await expect(tenants.cell(index, 'name')).toBeFocused();
    await expect(tenants.cell(index, 'name')).toBeInViewport({ ratio: 0.9 });
    await expect(row(index)).toHaveAttribute('aria-rowindex', String(index + 2));
  };

  await tenants.cell(0, 'name').focus();
  await app.page.keyboard.press('ControlOrMeta+ArrowDown');
  await isShown(399);
  await app.page.keyboard.press('ArrowUp');
  await isShown(398);
  await app.page.keyboard.press('ControlOrMeta+ArrowUp');
  await isShown(0);

  const seen = new Set<number>();
  const addShownRows = async () => {
    const shown = await app.page.locator('tbody [data-row]').evaluateAll((rows) => {
      const { innerHeight } = window;
      return rows
        .filter((one) => {
          const { top, bottom } = one.getBoundingClientRect();
          return top >= 0 && bottom < innerHeight;
        })
        .map((one) => Number(one.getAttribute('data-row')));
    });
    for (const index of shown) seen.add(index);
  };
  for (let focused = -1; focused < 399;) {
    await addShownRows();
    await app.page.keyboard.press('PageDown');
    focused = await app.page.evaluate(() =>
      Number(document.activeElement?.closest('[data-row]')?.getAttribute('data-row')),
    );
    await expect(tenants.cell(focused, 'name')).toBeInViewport({ ratio: 0.9 });
    // The rows around it are read a moment later.
    await expect(row(focused - 1)).toBeVisible();
  }
  await addShownRows();
  expect([...seen].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 400 }, (_, at) => at));

  // In the middle of the list, a wheel moves the rows by as many pixels as anywhere.
  await app.page.keyboard.press('ControlOrMeta+ArrowUp');
  for (let step = 0; step < 12; step += 1) await app.page.keyboard.press('PageDown');
  const middle = await app.page.locator('tr:has(:focus)').getAttribute('data-row');
  const anchor = row(Number(middle) - 4);
  const before = await anchor.boundingBox();
  await anchor.hover();
  await app.page.mouse.wheel(0, 72);
  await expect
    .poll(async () => Math.round((before?.y ?? NaN) - ((await anchor.boundingBox())?.y ?? NaN)))
    .toBe(72);
});
