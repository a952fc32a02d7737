import type { Locator, Page } from 'playwright';
import type { Sandbox } from '../sandbox/server.ts';
import type { SandboxHotline } from '../sandbox/wire.ts';
import { expect, test } from './fixture.ts';
import { connect, showHotlines, tenantsScreen } from './screens.ts';

test.use({ tenantCount: 30, hotlineCount: 40 });

const count = (control: Locator) => control.locator('label').last();

/** Shows the tab of all tenants and waits for its list. */
async function showTenants(page: Page) {
  const tenants = tenantsScreen(page);
  await page.getByRole('tab', { name: 'All tenants' }).click();
  await tenants.settled();
  return tenants;
}

/** Returns hotlines before and after a refresh: one is new, one has changed, and one is gone. */
function beforeAndAfter({ hotlines = [] }: Sandbox) {
  const [changed, gone, added, ...others] = hotlines.map((hotline): SandboxHotline => ({
    ...hotline,
    status: 'P',
  }));
  if (!changed || !gone || !added) throw new Error('The sandbox has too few hotlines');
  const now: SandboxHotline = { ...changed, status: 'N', hotline: '0901234567' };
  return {
    ...{ changed, gone, added, now },
    before: [changed, gone, ...others],
    after: [now, added, ...others],
  };
}

/** Refreshes the list on screen and waits for the end. */
async function refresh(screen: ReturnType<typeof tenantsScreen>) {
  await screen.refresh.click();
  await expect(screen.refresh).toBeEnabled();
  await screen.settled();
}

test('a refresh of the hotlines reads only them, and their changes are not those of the tenants', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  const { page } = app;
  const { changed, gone, added, now, before, after } = beforeAndAfter(sandbox);
  sandbox.setHotlines(before);
  const tenants = await connect(page, sandbox);
  const hotlines = await showHotlines(page);
  await expect(count(hotlines.changes)).toHaveText('Nothing to compare yet');

  sandbox.setHotlines(after);
  const asked = sandbox.requests.length;
  await refresh(hotlines);
  await expect(count(hotlines.changes)).toHaveText(/^Changes since today \d\d:\d\d 3$/);
  await expect(hotlines.label).toContainText(`${after.length} hotlines · read in full`);
  expect(sandbox.requests.length).toBe(asked);

  await hotlines.openChanges();
  await hotlines.hasRows(3);
  const changeOf = (number: string) =>
    hotlines.table
      .getByRole('row')
      .filter({ hasText: number })
      .locator('[data-column="whatChanged"]');
  await expect(changeOf(now.hotline)).toHaveText(
    `Status: Enabled → Disabled; Hotline: ${changed.hotline} → ${now.hotline}`,
  );
  await expect(changeOf(added.hotline)).toHaveText('New hotline');
  await expect(changeOf(gone.hotline)).toHaveText('No longer on the server');
  await app.screenshot('hotlines-changes');
  for (const [label, { hotline }] of [
    ['New 1', added],
    ['Gone 1', gone],
    ['Changed 1', now],
  ] as const) {
    await hotlines.changesBar.getByText(label).click();
    await expect(hotlines.column('hotline')).toHaveText([hotline]);
  }
  await hotlines.names.getByRole('button').first().click();
  const drawer = hotlines.drawer(now.name);
  await expect(drawer.getByRole('deletion').filter({ hasText: changed.hotline })).toBeVisible();
  await expect(drawer.getByRole('insertion').filter({ hasText: now.hotline })).toBeVisible();
  await app.screenshot('hotlines-history');
  await page.keyboard.press('Escape');

  // The tenants were read only once.
  await showTenants(page);
  await expect(count(tenants.changes)).toHaveText('Nothing to compare yet');
  await tenants.openChanges();
  await expect(page.getByText('The list has been read only once.')).toBeVisible();
});

test('changes of hotlines and of tenants are marked as seen separately', async ({
  launchApp,
  sandbox,
}) => {
  const { page, screenshot } = await launchApp();
  const { before, after } = beforeAndAfter(sandbox);
  sandbox.setHotlines(before);
  const tenants = await connect(page, sandbox);
  sandbox.setHotlines(after);
  sandbox.setTenants(sandbox.tenants.slice(1));
  // A full refresh of the tenants reads the hotlines, too.
  await tenants.readAll();
  await expect(count(tenants.changes)).toHaveText(/ 1$/);

  const hotlines = await showHotlines(page);
  await expect(count(hotlines.changes)).toHaveText(/ 3$/);
  await hotlines.openChanges();
  await hotlines.changesBar.getByRole('button', { name: 'Mark all as seen' }).click();
  await expect(page.getByText('3 changes marked as seen.')).toBeVisible();
  await hotlines.closeChanges();
  await expect(count(hotlines.changes)).toHaveText(/ 0$/);
  await showTenants(page);
  await expect(count(tenants.changes)).toHaveText(/ 1$/);
  await screenshot('hotlines-seen');

  await tenants.openChanges();
  await tenants.showsChanges(1);
  await tenants.closeChanges();
  await expect(page.getByText('1 change marked as seen.')).toBeVisible();
  await expect(count(tenants.changes)).toHaveText(/ 0$/);
});

test('leaving the changes of hotlines for the tenants marks them as seen, and that can be undone', async ({
  launchApp,
  sandbox,
}) => {
  const { page } = await launchApp();
  const { before, after } = beforeAndAfter(sandbox);
  sandbox.setHotlines(before);
  await connect(page, sandbox);
  sandbox.setHotlines(after);
  const hotlines = await showHotlines(page);
  await refresh(hotlines);
  await expect(count(hotlines.changes)).toHaveText(/ 3$/);
  await hotlines.openChanges();
  await hotlines.hasRows(3);
  await hotlines.showsChanges(3);
  const tenants = await showTenants(page);
  await expect(page.getByText('3 changes marked as seen.')).toBeVisible();
  await expect(tenants.changesBar).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await showHotlines(page);
  await expect(count(hotlines.changes)).toHaveText(/ 3$/);
});

test('the hotlines of a day in the past are shown as such', async ({ launchApp, sandbox }) => {
  const { page } = await launchApp();
  const { changed, before, after, now } = beforeAndAfter(sandbox);
  sandbox.setHotlines(before);
  await connect(page, sandbox);
  sandbox.setHotlines(after);
  const hotlines = await showHotlines(page);
  await refresh(hotlines);
  await hotlines.search.fill(now.hotline);
  await hotlines.hasRows(1);
  await hotlines.search.fill(changed.hotline);
  await hotlines.hasRows(0);
  await page.getByRole('button', { name: 'Show the list as of…' }).click();
  await page.getByRole('button', { name: 'Yesterday' }).click();
  await expect(hotlines.column('hotline')).toHaveText([changed.hotline]);
  await expect(page.getByText('This is the oldest list, as it was today')).toBeVisible();
  await page.getByRole('button', { name: 'Show the current list' }).click();
  await hotlines.hasRows(0);
});
