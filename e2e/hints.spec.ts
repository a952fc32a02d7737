import { expect, test } from './fixture.ts';

test('a hint shows the name of an icon that the pointer or the keyboard focus is on', async ({
  connected: { page },
}) => {
  const hint = page.getByRole('tooltip');
  const title = page.getByRole('heading', { level: 1 });
  const saveView = page.getByRole('button', { name: 'Save view…' });
  const listAsOf = page.getByRole('button', { name: 'Show the list as of…' });

  await saveView.hover();
  await expect(hint).toHaveText('Save view…');
  await page.keyboard.press('Escape');
  await expect(hint).toHaveCount(0);

  await title.hover();
  await saveView.hover();
  await expect(hint).toHaveText('Save view…');
  await listAsOf.hover();
  await expect(hint).toHaveText('Show the list as of…');
  await listAsOf.click();
  await expect(page.getByRole('dialog', { name: 'Show the list as of…' })).toBeVisible();
  await expect(hint).toHaveCount(0);
  await page.keyboard.press('Escape');

  await title.click();
  await expect(hint).toHaveCount(0);
  await saveView.focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(saveView).toBeFocused();
  await expect(hint).toHaveText('Save view…');
});

test('the hint of a copy button tells that the value was copied @clipboard', async ({
  connected: { page, tenants },
}) => {
  await tenants.cell(0, 'name').getByRole('button').click();
  const copy = page.getByRole('dialog').getByRole('button', { name: 'Copy: ID' });
  await copy.hover();
  await expect(page.getByRole('tooltip')).toHaveText('Copy');
  await copy.click();
  await expect(page.getByRole('tooltip')).toHaveText('Copied');
});
