import { expect } from '@playwright/test';
import type { UpdateStatus } from '../src-shared/updates.ts';
import type { App } from './app.ts';
import { chooseInMenu } from './menu.ts';
import { connected, type Stage } from './scene-steps.ts';

/** Shows the list with the banner of a newer version, as if the app had downloaded it. */
export async function withUpdate(stage: Stage): Promise<App> {
  const app = await connected(stage);
  const status: UpdateStatus = { kind: 'ready', version: '0.2.0' };
  const restart = app.page.getByRole('button', { name: stage.t('updates.restart') });
  // The page listens once it is idle.
  await expect(async () => {
    await app.evaluate(({ BrowserWindow }, told) => {
      for (const { webContents } of BrowserWindow.getAllWindows()) {
        webContents.send('updateStatus', told);
      }
    }, status);
    await expect(restart).toBeVisible({ timeout: 1000 });
  }).toPass();
  return app;
}

/** The dialog with what is new in this version. */
export async function openWhatsNew(stage: Stage): Promise<App> {
  const app = await connected(stage);
  await chooseInMenu(app, 'whatsNew');
  const dialog = app.page.getByRole('dialog', { name: stage.t('updates.whatsNew') });
  await dialog.getByRole('list').first().waitFor();
  return app;
}
