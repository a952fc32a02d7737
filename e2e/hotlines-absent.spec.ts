import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { generateHotlines } from '../sandbox/generate-hotlines.ts';
import type { Faults } from '../sandbox/faults.ts';
import type { Sandbox } from '../sandbox/server.ts';
import { expect, test } from './fixture.ts';
import { connect, hotlinesScreen, showHotlines } from './screens.ts';
import { viewControls } from './views.ts';

// A quick refresh needs more than one page.
test.use({ tenantCount: 250 });

const makeHotlines = ({ tenants }: Sandbox) => generateHotlines({ count: 40, seed: 3, tenants });

const noTab = {
  notListed: 'This server does not list hotlines',
  notAllowed: 'This key may not read hotlines. Ask eTelecom to allow it.',
};

const refusal = (status: number, code: string): Faults => ({
  answer: { status, body: { code, msg: 'Không có danh sách này' } },
});

const errors = {
  notListed: 'The server at this address has no hotline list.',
  notAllowed: 'does not allow it to list hotlines.',
};

const refusals: { name: string; faults: Faults; line: string; error: string }[] = [
  {
    name: '404 bad_route',
    faults: refusal(404, 'bad_route'),
    line: noTab.notListed,
    error: errors.notListed,
  },
  {
    name: '501 unimplemented',
    faults: refusal(501, 'unimplemented'),
    line: noTab.notListed,
    error: errors.notListed,
  },
  {
    name: '403 permission_denied',
    faults: refusal(403, 'permission_denied'),
    line: noTab.notAllowed,
    error: errors.notAllowed,
  },
];

for (const { name, faults, line } of refusals) {
  test(`without hotlines there is no tab for them and no error, and the proof says why: ${name}`, async ({
    launchApp,
    sandbox,
  }) => {
    const app = await launchApp();
    const { page } = app;
    sandbox.setHotlineFaults(faults);
    const tenants = await connect(page, sandbox);
    await expect(tenants.label).toContainText('250 tenants · read in full');
    await tenants.label.click();
    await expect(tenants.proof.getByText(line)).toBeVisible();
    await expect(tenants.proof).toContainText("The server's list was read to the end");
    await app.screenshot(`hotlines-absent-${name.slice(0, 3)}`);
    await page.keyboard.press('Escape');
    await expect(tenants.proof).toHaveCount(0);
    await expect(viewControls(page).tabs).toHaveText(['All tenants']);
    await expect(tenants.error).toHaveCount(0);

    // The export and the palette do not offer them.
    await tenants.export.click();
    await expect(tenants.exportDialog.getByRole('switch').first()).toBeVisible();
    await expect(tenants.exportDialog).not.toContainText('hotlines');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+K');
    await page.getByPlaceholder('Search commands').fill('hotlines');
    await expect(page.getByText('No matching commands')).toBeVisible();
    await page.keyboard.press('Escape');

    // A quick refresh does not ask for them again.
    const asked = sandbox.hotlineRequests.length;
    expect(asked).toBeGreaterThan(0);
    const before = sandbox.requests.length;
    await tenants.refresh.click();
    await expect(tenants.label).toContainText('refreshed today');
    await expect(tenants.refresh).toBeEnabled();
    expect(sandbox.requests.length).toBe(before + 1);
    expect(sandbox.hotlineRequests.length).toBe(asked);
  });
}

test('a server that begins to list hotlines gets a tab with the next full refresh', async ({
  connected,
  sandbox,
}) => {
  const { page, tenants } = connected;
  const views = viewControls(page);
  await expect(views.tabs).toHaveText(['All tenants']);
  sandbox.setHotlines(makeHotlines(sandbox));
  await tenants.readAll();
  await expect(views.tabs).toHaveText(['All tenants', 'Hotlines']);
  const hotlines = await showHotlines(page);
  await expect(hotlines.summary).toHaveText('Rows 1–40 of 40');
  await views.tab('All tenants').click();
  await tenants.settled();
  await tenants.label.click();
  await expect(tenants.proof).toContainText('40 hotlines, read in full');
  await expect(tenants.proof).not.toContainText(noTab.notListed);
});

test('a failing call for hotlines leaves the refresh of the tenants successful', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  const { page } = app;
  sandbox.setHotlines(makeHotlines(sandbox));
  sandbox.setHotlineFaults({ status: { status: 500 } });
  const tenants = await connect(page, sandbox);
  const views = viewControls(page);
  const failure = 'The hotlines could not be read by the last full refresh.';
  await expect(tenants.label).toContainText('250 tenants · read in full');
  await tenants.label.click();
  await expect(tenants.proof).toContainText(failure);
  await expect(tenants.proof).toContainText("The server's list was read to the end");
  await app.screenshot('hotlines-failed');
  await page.keyboard.press('Escape');
  await expect(views.tabs).toHaveText(['All tenants']);
  await expect(tenants.error).toHaveCount(0);

  // What is missing is read as soon as possible.
  sandbox.setHotlineFaults({});
  await tenants.refresh.click();
  await expect(views.tabs).toHaveText(['All tenants', 'Hotlines']);

  // Hotlines that are saved stay when a later refresh cannot read them.
  sandbox.setHotlineFaults({ status: { status: 500 } });
  const [first, ...others] = sandbox.tenants;
  sandbox.setTenants(others);
  await expect(tenants.refresh).toBeEnabled();
  await tenants.readAll();
  await expect(tenants.label).toContainText('249 tenants · read in full');
  await expect(tenants.open(first?.name ?? '')).toHaveCount(0);
  await expect(tenants.refresh).toBeEnabled();
  await expect(tenants.error).toHaveCount(0);
  await tenants.label.click();
  await expect(tenants.proof).toContainText('40 hotlines, read in full');
  await expect(tenants.proof).toContainText(failure);
  await app.screenshot('hotlines-outdated');
  await page.keyboard.press('Escape');
  const hotlines = await showHotlines(page);
  await expect(hotlines.summary).toHaveText('Rows 1–40 of 40');
});

test.describe('saved hotlines', () => {
  test.use({ hotlineCount: 40 });

  test('a refresh of the hotlines themselves shows its error and keeps the saved ones', async ({
    connected,
    sandbox,
  }) => {
    const { app, page } = connected;
    const hotlines = await showHotlines(page);
    for (const { name, faults, error } of refusals) {
      sandbox.setHotlineFaults(faults);
      await hotlines.refresh.click();
      await expect(hotlines.error, name).toContainText(error);
      await expect(hotlinesScreen(page).summary).toHaveText('Rows 1–40 of 40');
      await app.screenshot(`hotlines-refresh-failed-${name.slice(0, 3)}`);
    }
    sandbox.setHotlineFaults({});
    await hotlines.refresh.click();
    await expect(hotlines.error).toHaveCount(0);
    await expect(hotlines.refresh).toBeEnabled();
  });

  test('if the saved hotlines disappear while they are shown, the tabs stay', async ({
    connected,
    dataFolder,
  }) => {
    const { app, page } = connected;
    const hotlines = await showHotlines(page);
    const { tabs } = viewControls(page);
    await rm(join(dataFolder, 'hotlines.sqlite'));
    await hotlines.refresh.click();
    await expect(hotlines.label).toContainText('Nothing saved');
    await expect(hotlines.error).toHaveCount(1);
    await expect(hotlines.error).toContainText('was deleted or replaced');
    await expect(tabs).toHaveText(['All tenants', 'Hotlines']);
    await app.screenshot('hotlines-gone');
    await hotlines.refresh.click();
    await expect(hotlines.summary).toHaveText('Rows 1–40 of 40');
    await expect(tabs).toHaveText(['All tenants', 'Hotlines']);
    await expect(hotlines.error).toHaveCount(0);
  });
});
