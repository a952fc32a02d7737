import { expect, test } from './fixture.ts';
import { connect } from './screens.ts';

test.use({ tenantCount: 60 });

test('the details list the other tenants of the owner, and a click shows one', async ({
  launchApp,
  sandbox,
}) => {
  const owned = Map.groupBy(sandbox.tenants, ({ owner_id }) => owner_id);
  const group = [...owned.values()].find(({ length }) => length > 2 && length <= 10) ?? [];
  const [opened, ...others] = group;
  const app = await launchApp();
  const { page } = app;
  const tenants = await connect(page, sandbox);
  await tenants.search.fill(opened?.id ?? '');
  await expect(tenants.summary).toContainText('of 1');
  await tenants.cell(0, 'name').getByRole('button').click();
  const heading = page.getByRole('heading', { name: 'Other tenants of this owner' });
  const links = page.locator('section').filter({ has: heading }).last().getByRole('button');
  await expect(links).toHaveCount(others.length);
  expect((await links.allInnerTexts()).toSorted()).toEqual(
    others.map(({ name }) => name).toSorted(),
  );
  await app.screenshot('details-owner');
  const name = await links.first().innerText();
  await links.first().press('Enter');
  const drawer = tenants.drawer(name);
  await expect(drawer).toBeFocused();
  await expect(links.filter({ hasText: opened?.name ?? '' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tenants.cell(0, 'name')).toBeFocused();
});

test('all tenants of an owner with many can be listed', async ({ connected, sandbox }) => {
  const { page, tenants } = connected;
  const shownOthers = 10;
  const owned = Map.groupBy(sandbox.tenants, ({ owner_id }) => owner_id);
  const group = [...owned.values()].find(({ length }) => length > shownOthers + 1) ?? [];
  await tenants.search.fill(group[0]?.id ?? '');
  await expect(tenants.summary).toContainText('of 1');
  await tenants.cell(0, 'name').getByRole('button').click();
  await page.getByRole('button', { name: `Show all ${group.length}` }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(tenants.chip('Owner')).toHaveText(`Owner: ${group[0]?.owner_id}`);
  await expect(tenants.search).toHaveValue('');
  await expect(tenants.summary).toContainText(`of ${group.length}`);
  await expect(tenants.cell(0, 'name')).toBeFocused();
});

test('the copy buttons of all fields are below each other', async ({ connected }) => {
  const { page, tenants } = connected;
  await tenants.cell(0, 'name').getByRole('button').click();
  const drawer = page.getByRole('dialog');
  const buttons = drawer.getByRole('definition').getByRole('button');
  await expect(buttons).toHaveCount(10);
  const places = await buttons.evaluateAll((all) =>
    all.map((button) => Math.round(button.getBoundingClientRect().right)),
  );
  // The last one is a copy button. One that names the owner is beside the copy button of the owner.
  const end = places.at(-1) ?? 0;
  expect(places.filter((place) => place !== end)).toEqual([end - 28]);
});

test('the button of a notice can be clicked while the drawer is open', async ({ connected }) => {
  const { page, tenants } = connected;
  await tenants.cell(0, 'name').focus();
  await page.keyboard.press('s');
  const undo = page.getByRole('status').getByRole('button', { name: 'Undo' });
  await expect(undo).toBeVisible();
  await tenants.cell(0, 'name').getByRole('button').click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByRole('button', { name: 'Starred' })).toBeVisible();
  await undo.click();
  await expect(drawer.getByRole('button', { name: 'Star', exact: true })).toBeVisible();
});
