import type { SandboxHotline } from '../sandbox/wire.ts';
import { readClipboard } from './clipboard.ts';
import { expect, test } from './fixture.ts';
import { runFromPalette } from './keyboard.ts';
import { notice, showHotlines } from './screens.ts';
import { viewControls } from './views.ts';

test.use({ tenantCount: 120, hotlineCount: 80 });

const statuses = { Z: 'Newly created', P: 'Enabled', N: 'Disabled' };
const methods = { unknown: 'Unknown', builtin: 'Built-in', direct: 'Direct' };

/** How the grid shows the values of each column. */
const shownTexts: Record<string, (hotline: SandboxHotline) => string> = {
  name: ({ name }) => name,
  hotline: ({ hotline }) => hotline,
  status: ({ status }) => statuses[status],
  network: ({ network }) => network,
  ownerId: ({ owner_id }) => owner_id,
  connectionMethod: ({ connection_method }) => methods[connection_method],
};

const numbersOf = (hotlines: readonly SandboxHotline[]) => hotlines.map(({ hotline }) => hotline);

/** The default order. */
const newestFirst = (hotlines: readonly SandboxHotline[] = []) =>
  hotlines.toSorted((left, right) => Date.parse(right.created_at) - Date.parse(left.created_at));

test('the first refresh reads the hotlines too, and their tab shows all of them, newest first', async ({
  connected,
  sandbox,
}) => {
  const { app, page, tenants } = connected;
  await page.setViewportSize({ width: 1366, height: 768 });
  const views = viewControls(page);
  await expect(views.tabs).toHaveText(['All tenants', 'Hotlines']);
  await expect(views.shown).toHaveAccessibleName('All tenants');
  await expect(tenants.label).toContainText('120 tenants');

  const hotlines = await showHotlines(page);
  await expect(views.shown).toHaveAccessibleName('Hotlines');
  await expect(tenants.table).toHaveCount(0);
  await expect(hotlines.label).toContainText('80 hotlines · read in full');
  await expect(hotlines.header('Created')).toHaveAttribute('aria-sort', 'descending');
  await expect(hotlines.table.getByRole('columnheader')).toHaveText([
    ...['', 'Name', 'Hotline', 'Status', 'Network', 'Owner'],
    ...['Created (UTC+7)', 'Updated (UTC+7)', 'Method'],
  ]);
  await app.screenshot('hotlines-grid');
  await hotlines.pageSize(100).click();
  await expect(hotlines.summary).toHaveText('Rows 1–80 of 80');
  const sent = newestFirst(sandbox.hotlines);
  for (const [column, textOf] of Object.entries(shownTexts)) {
    expect(await hotlines.texts(column), column).toEqual(sent.map(textOf));
  }

  // They are always read in full.
  await expect(hotlines.refresh).toBeEnabled();
  await expect(hotlines.moreRefreshes).toHaveCount(0);

  // The server cannot filter hotlines, so there is no live list of them.
  await expect(hotlines.live).toBeDisabled();
  await expect(hotlines.live).toHaveAccessibleDescription(
    'Hotlines are always shown from the saved list',
  );
});

test('hotlines are found by the start of a number and by a name without accents', async ({
  connected,
  sandbox,
}) => {
  const { page } = connected;
  const hotlines = await showHotlines(page);
  const [newest] = newestFirst(sandbox.hotlines);
  const start = newest?.hotline.slice(0, 6) ?? '';
  const searches: [typed: string, isFound: (hotline: SandboxHotline) => boolean][] = [
    ['1800', ({ hotline }) => hotline.startsWith('1800')],
    [start, ({ hotline }) => hotline.startsWith(start)],
    ['ho tro ky thuat', ({ name }) => name.includes('Hỗ trợ kỹ thuật')],
    ['KHIẾU nai', ({ name }) => name.includes('Khiếu nại')],
    [newest?.id ?? '', ({ id }) => id === newest?.id],
  ];
  for (const [typed, isFound] of searches) {
    await hotlines.search.fill(typed);
    const found = newestFirst(sandbox.hotlines).filter(isFound);
    expect(found.length, typed).toBeGreaterThan(0);
    await expect(hotlines.summary).toHaveText(`Rows 1–${found.length} of ${found.length}`);
    // Rows with the typed accents come first.
    expect((await hotlines.texts('hotline')).toSorted(), typed).toEqual(
      numbersOf(found).toSorted(),
    );
    await expect(page.getByText(`${found.length} of 80 hotlines`)).toBeVisible();
  }
  await hotlines.search.fill('không có');
  await expect(page.getByText('No matching hotlines')).toBeVisible();
  await hotlines.clearAll.click();
  await expect(hotlines.summary).toHaveText('Rows 1–50 of 80');
});

test('the chips filter by status and network, with counts, and a click sorts by number', async ({
  connected,
  sandbox,
}) => {
  const { app, page } = connected;
  const hotlines = await showHotlines(page);
  const item = (name: string) => page.getByRole('menuitemcheckbox', { name, exact: true });
  const chips = ['Status', 'Method', 'Network', 'Owner', 'Created', 'Updated'];
  await expect(page.getByRole('search').getByRole('button')).toHaveText(chips);
  const enabled = newestFirst(sandbox.hotlines).filter(({ status }) => status === 'P');
  await hotlines.chip('Status').click();
  await item(`Enabled ${enabled.length}`).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText(`${enabled.length} of 80 hotlines`)).toBeVisible();

  // The counts of a menu follow the other filters.
  const byNetwork = Map.groupBy(enabled, ({ network }) => network);
  await hotlines.chip('Network').click();
  await expect(page.getByRole('menuitemcheckbox')).toHaveCount(byNetwork.size);
  for (const [network, { length }] of byNetwork) {
    await expect(item(`${network} ${length}`)).toBeVisible();
  }
  const [gtel = [], cmc = []] = ['gtel', 'cmc'].map((network) => byNetwork.get(network));
  for (const own of [gtel, cmc]) await item(`${own[0]?.network} ${own.length}`).click();
  await app.screenshot('hotlines-network');
  await page.keyboard.press('Escape');
  await expect(hotlines.chip('Network')).toHaveAccessibleName('Network: gtel, cmc');
  const chosen = [...gtel, ...cmc];
  await expect(hotlines.summary).toContainText(`of ${chosen.length}`);

  for (const direction of ['ascending', 'descending']) {
    await hotlines.sortBy('Hotline').click();
    await expect(hotlines.header('Hotline')).toHaveAttribute('aria-sort', direction);
    await hotlines.settled();
    const sorted = numbersOf(chosen).toSorted();
    expect(await hotlines.texts('hotline')).toEqual(
      direction === 'ascending' ? sorted : sorted.toReversed(),
    );
  }
  await page.getByRole('button', { name: 'Clear filter: Network' }).click();
  await expect(hotlines.summary).toContainText(`of ${enabled.length}`);
});

test('a cell is copied with its zeros, and the details have all fields and the raw data @clipboard', async ({
  connected,
  sandbox,
}) => {
  const { app, page } = connected;
  const hotlines = await showHotlines(page);
  const counts = Map.groupBy(sandbox.hotlines ?? [], ({ owner_id }) => owner_id);
  const opened = newestFirst(sandbox.hotlines).find(
    ({ hotline, description, owner_id }) =>
      hotline.startsWith('0') && description !== '' && counts.get(owner_id)?.length === 3,
  );
  if (opened === undefined) throw new Error('No hotline has a description and two others');
  await hotlines.search.fill(opened.hotline);
  await expect(hotlines.summary).toHaveText('Rows 1–1 of 1');
  await hotlines.cell(0, 'hotline').focus();
  await page.keyboard.press('ControlOrMeta+C');
  await expect(notice(page, '1 row copied')).toBeVisible();
  expect((await readClipboard(app)).text).toBe(opened.hotline);

  await hotlines.cell(0, 'name').getByRole('button').click();
  const drawer = hotlines.drawer(opened.name);
  const fact = (name: string) =>
    drawer
      .locator('dl > div')
      .filter({ has: page.getByRole('term').getByText(name, { exact: true }) })
      .getByRole('definition');
  await expect(fact('Hotline')).toHaveText(opened.hotline);
  await expect(fact('Network')).toHaveText(opened.network);
  await expect(fact('Free of charge')).toHaveText('No');
  await expect(fact('Description')).toHaveText(opened.description);
  await expect(fact('Connection ID')).toHaveText(opened.connection_id);
  await expect(drawer).toContainText('No changes since this hotline was first saved.');
  // Hotlines cannot be starred, and they have no notes of their own.
  await expect(drawer.getByRole('button', { name: 'Star' })).toHaveCount(0);
  await drawer.getByRole('button', { name: 'Raw data from the server', exact: true }).click();
  const raw = drawer.getByRole('region', { name: 'Raw data from the server' });
  await expect(raw).toContainText(`"hotline": "${opened.hotline}"`);
  await expect(raw).toContainText('"is_free_charge": false');
  await app.screenshot('hotlines-details');

  // Each has its number first, because several can have the same name.
  const heading = page.getByRole('heading', { name: 'Other hotlines of this owner' });
  const links = page.locator('section').filter({ has: heading }).last().getByRole('button');
  const others = (sandbox.hotlines ?? []).filter(
    ({ id, owner_id }) => owner_id === opened.owner_id && id !== opened.id,
  );
  await expect(links).toHaveCount(others.length);
  for (const { hotline, name } of others) {
    await expect(links.filter({ hasText: hotline })).toHaveAccessibleName(`${hotline} ${name}`);
  }
  await page.keyboard.press('Escape');
  await expect(hotlines.cell(0, 'name')).toBeFocused();
});

test('in Vietnamese, the headers and details of hotlines fit at 1366 × 768', async ({
  connected,
}) => {
  const { app, page } = connected;
  await runFromPalette(page, 'Tiếng Việt');
  await page.getByRole('tab', { name: 'Hotline', exact: true }).click();
  await page.setViewportSize({ width: 1366, height: 768 });
  const grid = page.getByRole('grid', { name: 'Hotline' });
  const headers = grid.getByRole('columnheader');
  await expect(headers).toHaveText([
    ...['', 'Tên', 'Số hotline', 'Trạng thái', 'Nhà mạng', 'Chủ sở hữu'],
    ...['Ngày tạo (UTC+7)', 'Ngày cập nhật (UTC+7)', 'Phương thức'],
  ]);
  await expect(grid).toHaveAttribute('aria-busy', 'false');
  const cut = await headers.evaluateAll((cells) =>
    cells
      .flatMap((cell) => [cell, ...cell.querySelectorAll('*')])
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth)
      .map(({ textContent }) => textContent),
  );
  expect(cut).toEqual([]);
  await expect(headers.last()).toBeInViewport({ ratio: 1 });
  await app.screenshot('hotlines-vi');

  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('rowheader').first().getByRole('button').click();
  const heading = page.getByRole('heading', { name: 'Hotline khác của chủ sở hữu này' });
  await expect(heading).toBeVisible();
  await app.screenshot('hotlines-details-vi-dark');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Xuất dữ liệu…' }).click();
  await expect(page.getByRole('radio', { name: /^Tất cả hotline đã lưu/ })).toBeChecked();
  await app.screenshot('hotlines-export-vi-dark');
});
