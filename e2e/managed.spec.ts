import { z } from 'zod';
import { expect, test } from './fixture.ts';
import { connect, connectionScreen, openSettings, tenantsScreen } from './screens.ts';

const answerSchema = z.object({ ok: z.boolean(), error: z.object({ code: z.string() }) });

test('the organization sets the address, and nobody can connect to another one', async ({
  launchApp,
  sandbox,
  otherServer,
}) => {
  const app = await launchApp({
    env: {
      ETELECOM_TENANTS_SERVER_URL: sandbox.baseUrl,
      ETELECOM_TENANTS_ALLOWS_SAMPLE_DATA: 'false',
      ETELECOM_TENANTS_UPDATES: 'off',
    },
  });
  const { page } = app;
  const screen = connectionScreen(page);
  await expect(screen.baseUrl).toHaveValue(sandbox.baseUrl);
  await expect(screen.baseUrl).toHaveAttribute('readonly');
  await expect(screen.baseUrl).toHaveAccessibleDescription('Set by your organization');
  await expect(screen.exploreSampleData).toBeHidden();
  await app.screenshot('managed');

  // A page that does not keep to its own form.
  const call = async (name: string, request: object) =>
    answerSchema.parse(await page.evaluate<unknown>(`bridge.${name}(${JSON.stringify(request)})`));
  const { baseUrl, apiKey } = otherServer;
  const elsewhere = { name: '', baseUrl, apiKey, keyStorage: 'session' };
  expect(await call('addAccount', elsewhere)).toMatchObject({
    error: { code: 'address_not_allowed' },
  });
  expect(await call('addSampleData', {})).toMatchObject({
    error: { code: 'sample_data_not_allowed' },
  });
  expect(otherServer.requests).toHaveLength(0);

  await screen.apiKey.fill(sandbox.apiKey);
  await screen.connect.click();
  await tenantsScreen(page).hasRows(50);
  const settings = await openSettings(page, 'Your organization');
  const panel = settings.getByRole('tabpanel');
  await expect(panel).toContainText('Set by your organization');
  await expect(panel).toContainText(sandbox.baseUrl);
  await expect(panel).toContainText('UpdatesOff');
  await expect(panel).toContainText('Sample dataNot allowed');
  await app.screenshot('managed-settings');
  await settings.getByRole('tab', { name: 'Connections' }).click();
  await expect(panel).toContainText('Set by your organization');
  await settings.getByRole('tab', { name: 'Updates' }).click();
  await expect(panel.getByRole('radio', { name: 'Off' })).toBeChecked();
  await expect(panel.getByRole('radio', { name: 'Automatic' })).toBeDisabled();
  expect(await call('checkForUpdates', {})).toMatchObject({ error: { code: 'update_forbidden' } });
});

test('an account with another address can be read, and connected to the new address', async ({
  launchApp,
  sandbox,
  otherServer,
}) => {
  const first = await launchApp();
  await connect(first.page, otherServer);
  await first.close();
  const requests = otherServer.requests.length;

  const second = await launchApp({ env: { ETELECOM_TENANTS_SERVER_URL: sandbox.baseUrl } });
  const { page } = second;
  const tenants = tenantsScreen(page);
  await tenants.hasRows(25);
  await tenants.refresh.click();
  await expect(tenants.error).toContainText('Your organization has set another base URL');
  expect(otherServer.requests).toHaveLength(requests);

  await tenants.error.getByRole('button', { name: 'Open settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(settings.getByRole('tabpanel')).toContainText('This list can be read');
  await settings.getByRole('button', { name: 'Replace key' }).click();
  await expect(connectionScreen(page).baseUrl).toHaveValue(sandbox.baseUrl);
  await settings.getByLabel('API key', { exact: true }).fill(sandbox.apiKey);
  await settings.getByRole('button', { name: 'Test and connect' }).click();
  await expect(settings.getByText('Connected with the new key.')).toBeVisible();
});

test('a setting that cannot be read is reported, and the strictest one applies', async ({
  launchApp,
  sandbox,
}) => {
  const { page } = await launchApp({
    env: { ETELECOM_TENANTS_SERVER_URL: 'http://not-encrypted.test/v1' },
  });
  const notice = page.getByText('A setting of your organization could not be read');
  await expect(notice).toBeVisible();
  await expect(page.getByText('ETELECOM_TENANTS_SERVER_URL')).toBeVisible();
  const screen = connectionScreen(page);
  await screen.baseUrl.fill(sandbox.baseUrl);
  await screen.apiKey.fill(sandbox.apiKey);
  await screen.connect.click();
  await expect(notice).toHaveCount(2);
  expect(sandbox.requests).toHaveLength(0);
});

test('without a setting of an organization, nothing says so', async ({ connected }) => {
  const settings = await openSettings(connected.page, 'Connections');
  await expect(settings.getByText('organization')).toHaveCount(0);
});
