import { expect } from '@playwright/test';
import { createInstance, type TFunction } from 'i18next';
import type { Page } from 'playwright';
import type { Sandbox } from '../sandbox/server.ts';
import { locales } from '../src-shared/locales/index.ts';
import type { Language } from '../src-shared/preferences.ts';
import type { App } from './app.ts';

/** What a scene is played with. */
export interface Stage {
  /** Starts the app in one data folder, in the language of `t`. */
  launch: () => Promise<App>;
  /** Where a scene may have a sheet written. */
  dataFolder: string;
  sandbox: Sandbox;
  t: TFunction;
}

/** The texts of a language, by which a scene finds the controls. */
export function textsIn(language: Language): TFunction {
  const instance = createInstance();
  void instance.init({ resources: locales, lng: language, initAsync: false });
  return instance.getFixedT(language);
}

export const grid = (page: Page, { t }: Stage) =>
  page.getByRole('grid', { name: t('screens.tenants.title') });

export const settled = (page: Page, stage: Stage) =>
  expect(grid(page, stage)).toHaveAttribute('aria-busy', 'false');

export const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).click();

export async function submitKey(page: Page, { t, sandbox }: Stage): Promise<void> {
  await page.getByRole('textbox', { name: t('screens.connection.baseUrl') }).fill(sandbox.baseUrl);
  await page.getByLabel(t('screens.connection.apiKey'), { exact: true }).fill(sandbox.apiKey);
  await press(page, t('screens.connection.testAndConnect'));
}

/** The app with the whole list saved and on screen. */
export async function connected(stage: Stage, count = stage.sandbox.tenants.length): Promise<App> {
  const app = await stage.launch();
  await submitKey(app.page, stage);
  await listSaved(app.page, stage, count);
  await renameAccount(app.page, stage);
  return app;
}

/** Before it has a name of its own, an account is called after its server. */
async function renameAccount(page: Page, { t, sandbox }: Stage): Promise<void> {
  await press(page, t('screens.settings.title'));
  const settings = page.getByRole('dialog', { name: t('screens.settings.title') });
  const { hostname } = new URL(sandbox.baseUrl);
  const name = settings.getByRole('textbox', { name: t('accounts.nameOf', { name: hostname }) });
  await name.fill('Sao Mai Telecom');
  await name.press('Enter');
  await settings.getByText('Sao Mai Telecom').waitFor();
  await page.keyboard.press('Escape');
  await expect(settings).toHaveCount(0);
  // Back at the button that opened them, which would show its hint.
  await page.getByRole('heading', { level: 1 }).click();
}

/** The app with sample data as a second account, on screen. */
export async function withSampleData(stage: Stage, count?: number): Promise<App> {
  const app = await connected(stage, count);
  await openAccounts(app.page, stage);
  await app.page.getByRole('menuitem', { name: stage.t('accounts.add') }).click();
  await press(app.page, stage.t('screens.connection.exploreSampleData'));
  const name = stage.t('screens.connection.sampleData');
  await app.page.getByRole('button', { name: stage.t('accounts.switch', { name }) }).waitFor();
  await listSaved(app.page, stage, 2500);
  return app;
}

export async function openAccounts(page: Page, { t }: Stage): Promise<void> {
  const shown = t('accounts.switch', { name: '' });
  await page.getByRole('button', { name: shown }).click();
  await page.getByRole('menu').waitFor();
}

/** Waits for its search: what is typed before is kept, but Enter is not. */
export async function openPalette(page: Page, { t }: Stage): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K');
  await expect(page.getByPlaceholder(t('help.findCommand'))).toBeFocused();
}

async function listSaved(page: Page, stage: Stage, count: number): Promise<void> {
  const saved = stage.t('screens.savedList.tenants', { count });
  await page.locator('footer').getByText(saved).waitFor({ timeout: 30_000 });
  await page
    .getByRole('button', { name: stage.t('screens.tenants.refresh'), exact: true })
    .waitFor();
  await settled(page, stage);
}

/** The app after a second refresh that found new, changed and gone tenants. */
export async function changed(stage: Stage): Promise<App> {
  const { sandbox } = stage;
  const now = sandbox.tenants.slice(0, 90);
  const before = now.slice(2).map((tenant, at) => ({
    ...tenant,
    ...(at < 3 && { status: tenant.status === 'P' ? 'Z' : 'P', name: `${tenant.name} (cũ)` }),
  }));
  const gone = sandbox.tenants.slice(90, 91);
  const answer = (tenants: unknown[]) => ({ answer: { body: { paging: {}, tenants } } });
  sandbox.setFaults(answer([...before, ...gone]));
  const app = await stage.launch();
  await submitKey(app.page, stage);
  await listSaved(app.page, stage, before.length + gone.length);
  await renameAccount(app.page, stage);
  sandbox.setFaults(answer(now));
  await press(app.page, stage.t('screens.tenants.refresh'));
  await listSaved(app.page, stage, now.length);
  return app;
}
