import { expect, test } from './fixture.ts';
import { menuHasFocus } from './keyboard.ts';
import { notice, tenantsScreen } from './screens.ts';

test.use({ tenantCount: 60 });

test('an owner is named from its row, and shown by its name everywhere', async ({ connected }) => {
  const { page, tenants } = connected;
  const ids = await tenants.texts('ownerId');
  const row = ids.findIndex((id) => /^\d+$/.test(id));
  const ownerId = ids[row] ?? '';
  await tenants.cell(row, 'ownerId').focus();
  await page.keyboard.press('Shift+F10');
  await tenants.menuItem('Name this owner…').press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Name this owner' });
  await dialog.getByRole('textbox').fill('An Phát Group');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const cell = tenants.cell(row, 'ownerId');
  await expect(cell).toContainText('An Phát Group');
  await expect(cell).toBeFocused();
  // Screen readers read the id as well.
  await expect(cell).toContainText(`(ID ${ownerId})`);

  await tenants.chip('Owner').click();
  await page.getByRole('searchbox', { name: 'Owner name or ID' }).fill('phat');
  // Enter chooses the only owner that is listed, so the owners must have been counted.
  await expect(page.getByRole('menuitemcheckbox')).toHaveText([/^An Phát Group/]);
  await page.keyboard.press('Enter');
  await expect(tenants.chip('Owner')).toHaveText('Owner: An Phát Group');
  await tenants.search.fill('nobody');
  await expect(page.getByText('No matching tenants')).toBeVisible();
  await expect(tenants.chip('Owner')).toHaveText('Owner: An Phát Group');
  await tenants.search.fill('');
  await tenants.clearAll.click();

  await tenants.search.fill('an phat group');
  await tenants.settled();
  await expect(tenants.cell(0, 'ownerId')).toContainText('An Phát Group');
  await tenants.cell(0, 'name').getByRole('button').click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText('An Phát Group')).toBeVisible();
  await drawer.getByRole('button', { name: 'Rename owner…' }).click();
  const renaming = page.getByRole('dialog', { name: 'Rename owner' });
  await expect(renaming.getByRole('textbox')).toHaveValue('An Phát Group');
  await renaming.getByRole('button', { name: 'Remove name' }).click();
  await expect(renaming).toBeHidden();
  await expect(drawer.getByText('An Phát Group')).toBeHidden();
});

test('a click beside a dialog does not throw away what was typed in it', async ({ connected }) => {
  const { page, tenants } = connected;
  await tenants.cell(0, 'name').click({ button: 'right' });
  await tenants.menuItem('Note…').click();
  const note = page.getByRole('dialog').getByRole('textbox', { name: 'Note' });
  await note.fill('Gọi lại thứ Hai');
  await page.mouse.click(20, 400);
  await expect(note).toHaveValue('Gọi lại thứ Hai');
  await page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
});

test('star, tags and note of a tenant can be filtered by and searched, and survive a refresh, its absence and a restart', async ({
  connected,
  launchApp,
  sandbox,
}) => {
  const { app, page, tenants } = connected;
  await tenants.showColumn('ID');
  const [id] = await tenants.texts('id');
  const name = (await tenants.cell(0, 'name').innerText()).trim();

  await tenants.cell(0, 'name').focus();
  await page.keyboard.press('s');
  const star = tenants.cell(0, 'select').getByRole('button', { name: 'Star' });
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  await expect(notice(page, '1 tenant starred.')).toBeVisible();

  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByRole('button', { name: 'Starred' })).toBeVisible();
  // There are no tags to offer, so Escape has no menu to close.
  await drawer.getByRole('combobox', { name: 'Tags' }).click();
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await page.keyboard.press('Enter');
  await drawer.getByRole('combobox', { name: 'Tags' }).fill('gọi lại');
  await page.keyboard.press('Enter');
  await drawer.getByRole('textbox', { name: 'Note' }).fill('Khách hẹn thứ Sáu');
  // The drawer saves the note when it closes.
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();

  const isFound = async (screen: typeof tenants) => {
    await expect.poll(() => screen.texts('name')).toEqual([name]);
  };
  await tenants.search.fill('thu sau');
  await isFound(tenants);
  await tenants.clearAll.click();
  await tenants.chip('Marks').click();
  await page.getByRole('menuitemcheckbox', { name: 'gọi lại' }).click();
  await page.keyboard.press('Escape');
  await isFound(tenants);
  await expect(tenants.chip('Marks')).toHaveText('Marks: gọi lại');

  const all = sandbox.tenants;
  sandbox.setTenants(all.filter((tenant) => tenant.id !== id));
  await tenants.readAll();
  await expect(tenants.label).toContainText('59 tenants');
  sandbox.setTenants(all);
  await tenants.readAll();
  await expect(tenants.label).toContainText('60 tenants');
  await isFound(tenants);
  await app.close();

  const again = await launchApp();
  const restarted = tenantsScreen(again.page);
  await restarted.chip('Marks').click();
  await again.page.getByRole('menuitemcheckbox', { name: 'With a note' }).click();
  await again.page.getByRole('menuitemcheckbox', { name: 'Starred' }).click();
  await again.page.keyboard.press('Escape');
  await isFound(restarted);
  await restarted.cell(0, 'name').getByRole('button').click();
  await expect(again.page.getByRole('textbox', { name: 'Note' })).toHaveValue('Khách hẹn thứ Sáu');
});

test('marks of a selection are undone', async ({ connected }) => {
  const { page, tenants } = connected;
  await tenants.cell(0, 'name').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await tenants.cell(1, 'select').click();
  await expect(tenants.selected).toHaveText('59 selected');
  await page.getByRole('button', { name: 'Mark 59 selected tenants' }).click();
  await tenants.menuItem('Add tags…').click();
  const dialog = page.getByRole('dialog', { name: 'Add tags to 59 tenants' });
  await dialog.getByRole('combobox', { name: 'Tags' }).fill('VIP');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(notice(page, '59 tenants tagged.')).toBeVisible();
  await tenants.chip('Marks').click();
  const item = page.getByRole('menuitemcheckbox', { name: 'VIP' });
  await expect(item).toContainText('59');
  await menuHasFocus(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(notice(page, '59 tenants tagged.')).toBeHidden();
  await tenants.chip('Marks').click();
  await expect(page.getByRole('menuitemcheckbox', { name: 'No tags' })).toContainText('60');
  await expect(item).toBeHidden();
});
