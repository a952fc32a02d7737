import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import type { ProxyQuestion } from '../src-shared/proxy-login.ts';
import type { App } from './app.ts';
import { grid, press, sendUntilVisible, type Stage } from './scene-steps.ts';

/** The question of a proxy, as if the app had met one. */
async function askedByProxy({ launch, t }: Stage): Promise<App> {
  const app = await launch();
  const question: ProxyQuestion = {
    questionId: randomUUID(),
    proxy: 'proxy.example:8080',
    wasRefused: true,
  };
  const dialog = app.page.getByRole('dialog', { name: t('proxy.title') });
  await sendUntilVisible(app, 'proxyQuestion', question, dialog);
  return app;
}

/** What the organization has set, in the settings. */
async function openOrganization(stage: Stage): Promise<App> {
  const { launch, sandbox, t } = stage;
  const app = await launch({ ETELECOM_TENANTS_SERVER_URL: sandbox.baseUrl });
  const { page } = app;
  await page.getByLabel(t('screens.connection.apiKey'), { exact: true }).fill(sandbox.apiKey);
  await press(page, t('screens.connection.testAndConnect'));
  await expect(grid(page, stage)).toHaveAttribute('aria-busy', 'false');
  await press(page, t('screens.common.settings'));
  await page.getByRole('tab', { name: t('managed.section') }).click();
  await page.getByRole('tabpanel', { name: t('managed.section') }).waitFor();
  return app;
}

/** What only the machines of a company show. */
export const companyScenes = [
  { name: 'proxy', reach: askedByProxy },
  { name: 'settings-organization', reach: openOrganization },
];
