import { expect } from '@playwright/test';
import { createInstance, type TFunction } from 'i18next';
import type { Locator, Page } from 'playwright';
import type { Sandbox } from '../sandbox/server.ts';
import type { Events } from '../src-shared/bridge.ts';
import { locales } from '../src-shared/locales/index.ts';
import type { Language } from '../src-shared/preferences.ts';
import type { RecordKind } from '../src-shared/record-kinds.ts';
import type { App } from './app.ts';

/** What a scene needs to reach its screen. */
export interface Stage {
  /** Starts the app, always with the same data folder and in the language of `t`. @param env is added to the environment. */
  launch: (env?: NodeJS.ProcessEnv) => Promise<App>;
  /** The data folder. A scene can also export to it. */
  dataFolder: string;
  sandbox: Sandbox;
  t: TFunction;
}

/** Returns the texts of a language. Scenes find controls by them. */
export function textsIn(language: Language): TFunction {
  const instance = createInstance();
  void instance.init({ resources: locales, lng: language, initAsync: false });
  return instance.getFixedT(language);
}

/** @param records what the list shows. */
export const grid = (page: Page, { t }: Stage, records: RecordKind = 'tenants') =>
  page.getByRole('grid', { name: t('screens.tenants.title', { context: records }) });

/** Waits until the list is shown. @param records as for `grid`. */
export const settled = (page: Page, stage: Stage, records?: RecordKind) =>
  expect(grid(page, stage, records)).toHaveAttribute('aria-busy', 'false');

export const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).click();

/** Starts the app and waits for its first screen: the window has loaded before React has rendered anything. */
export async function started({ launch }: Stage): Promise<App> {
  const app = await launch();
  await app.page.getByRole('heading', { level: 1 }).waitFor();
  return app;
}

export async function submitKey(page: Page, { t, sandbox }: Stage): Promise<void> {
  await page.getByRole('textbox', { name: t('screens.connection.baseUrl') }).fill(sandbox.baseUrl);
  await page.getByLabel(t('screens.connection.apiKey'), { exact: true }).fill(sandbox.apiKey);
  await press(page, t('screens.connection.testAndConnect'));
}

/** Starts the app, connects, and waits until the whole list is saved and shown. */
export async function connected(stage: Stage, count = stage.sandbox.tenants.length): Promise<App> {
  const app = await stage.launch();
  await submitKey(app.page, stage);
  await listSaved(app.page, stage, count);
  await renameAccount(app.page, stage);
  return app;
}

/** Renames the account, which has the name of its server at first. */
async function renameAccount(page: Page, { t, sandbox }: Stage): Promise<void> {
  await press(page, t('screens.common.settings'));
  const settings = page.getByRole('dialog', { name: t('screens.common.settings') });
  await settings.getByRole('tab', { name: t('accounts.title') }).click();
  const { hostname } = new URL(sandbox.baseUrl);
  const name = settings.getByRole('textbox', { name: t('accounts.nameOf', { name: hostname }) });
  await name.fill('Sao Mai Telecom');
  await name.press('Enter');
  const renamed = t('accounts.nameOf', { name: 'Sao Mai Telecom' });
  await settings.getByRole('textbox', { name: renamed }).waitFor();
  await page.keyboard.press('Escape');
  await expect(settings).toHaveCount(0);
  // The focus is back on the settings button, which would show its tooltip.
  await page.getByRole('heading', { level: 1 }).click();
}

/** Starts the app with the sample data as a second account and shows it. */
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

/** Opens the palette and waits for its search box, because it ignores Enter before. */
export async function openPalette(page: Page, { t }: Stage): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K');
  await expect(page.getByPlaceholder(t('help.findCommand'))).toBeFocused();
}

/** Refreshes by reading all pages. */
export async function readAll(page: Page, { t }: Stage): Promise<void> {
  await press(page, t('screens.refresh.more'));
  await page.getByRole('menuitem', { name: t('screens.refresh.whole') }).click();
}

async function listSaved(page: Page, stage: Stage, count: number): Promise<void> {
  const saved = stage.t('screens.savedList.tenants', { count });
  await page.locator('footer').getByText(saved).waitFor({ timeout: 30_000 });
  const refresh = page.getByRole('button', {
    name: stage.t('screens.tenants.refresh'),
    exact: true,
  });
  await expect(refresh).toBeEnabled();
  await settled(page, stage);
}

/** Starts the app and refreshes twice, so that there are new, changed and gone tenants. */
export async function changed(stage: Stage): Promise<App> {
  const { sandbox } = stage;
  const shown = sandbox.tenants.slice(0, 91);
  const now = shown.slice(0, -1);
  const before = now.slice(2).map((tenant, at) => ({
    ...tenant,
    ...(at < 3 && { status: tenant.status === 'P' ? 'Z' : 'P', name: `${tenant.name} (cũ)` }),
  }));
  const gone = shown.slice(-1);
  const answer = (tenants: unknown[]) => ({ answer: { body: { paging: {}, tenants } } });
  sandbox.setFaults(answer([...before, ...gone]));
  const app = await stage.launch();
  await submitKey(app.page, stage);
  await listSaved(app.page, stage, before.length + gone.length);
  await renameAccount(app.page, stage);
  sandbox.setFaults(answer(now));
  await readAll(app.page, stage);
  await listSaved(app.page, stage, now.length);
  return app;
}

/** Shows the changes since the user last looked. */
export async function openChanges(page: Page, stage: Stage): Promise<void> {
  const control = page.getByRole('radiogroup', { name: stage.t('screens.changes.title') });
  await control.locator('label').last().click();
  await page.getByRole('button', { name: stage.t('screens.changes.markSeen') }).waitFor();
  await settled(page, stage);
}

/** Sends an event of the main process to the page until it shows something: the page listens only once it is idle. */
export async function sendUntilVisible<Name extends keyof Events>(
  app: App,
  name: Name,
  value: Events[Name],
  shown: Locator,
): Promise<void> {
  await expect(async () => {
    await app.evaluate(
      ({ BrowserWindow }, sent) => {
        for (const { webContents } of BrowserWindow.getAllWindows()) {
          webContents.send(sent.name, sent.value);
        }
      },
      { name, value },
    );
    await expect(shown).toBeVisible({ timeout: 1000 });
  }).toPass();
}
