import { expect, test } from './fixture.ts';
import { hotlinesScreen } from './screens.ts';
import { viewControls } from './views.ts';

test.use({ tenantCount: 120, hotlineCount: 80 });

test('a number that no tenant has is found among the hotlines, and a domain among the tenants', async ({
  connected,
  sandbox,
}) => {
  const { app, page, tenants } = connected;
  const number = sandbox.hotlines?.[0]?.hotline ?? '';
  await tenants.search.fill(number);
  await expect(page.getByText('No matching tenants')).toBeVisible();
  await expect(page.getByText('Tenants have no phone numbers.')).toBeVisible();
  await app.screenshot('hotlines-offered');
  await page.getByRole('button', { name: 'Show 1 matching hotline' }).click();
  await expect(viewControls(page).shown).toHaveAccessibleName('Hotlines');
  const hotlines = hotlinesScreen(page);
  await expect(hotlines.search).toHaveValue(number);
  await expect(hotlines.search).toBeFocused();
  await expect(hotlines.summary).toHaveText('Rows 1–1 of 1');

  const domain = sandbox.tenants[0]?.domain ?? '';
  await hotlines.search.fill(domain);
  await page.getByRole('button', { name: 'Show 1 matching tenant' }).click();
  await expect(tenants.search).toHaveValue(domain);
  await expect(tenants.summary).toHaveText('Rows 1–1 of 1');
  // An id is no phone number, and nothing is offered that would not be found either.
  await tenants.search.fill('9999999999999999999');
  await expect(page.getByText('Words are matched from their beginning')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Show \d/ })).toHaveCount(0);
});
