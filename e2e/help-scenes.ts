import type { UpdateStatus } from '../src-shared/updates.ts';
import type { App } from './app.ts';
import { runFromPalette } from './keyboard.ts';
import { chooseInMenu } from './menu.ts';
import { connected, sendUntilVisible, type Stage } from './scene-steps.ts';

/** Shows the list with the banner of a newer version, as if the app had downloaded it. */
export async function withUpdate(stage: Stage): Promise<App> {
  const app = await connected(stage);
  const status: UpdateStatus = { kind: 'ready', version: '0.2.0', installsOnQuit: true };
  const restart = app.page.getByRole('button', { name: stage.t('updates.restart') });
  await sendUntilVisible(app, 'updateStatus', status, restart);
  return app;
}

async function openWhatsNew(stage: Stage): Promise<App> {
  const app = await connected(stage);
  await chooseInMenu(app, 'whatsNew');
  const dialog = app.page.getByRole('dialog', { name: stage.t('updates.whatsNew') });
  await dialog.getByRole('list').first().waitFor();
  return app;
}

/** The dialogs of the Help menu. */
export const helpScenes = [
  { name: 'whats-new', reach: openWhatsNew },
  {
    name: 'shortcuts',
    reach: async (stage: Stage) => {
      const app = await connected(stage);
      await app.page.keyboard.press('ControlOrMeta+/');
      await app.page.getByRole('dialog', { name: stage.t('commands.shortcuts') }).waitFor();
      return app;
    },
  },
  {
    name: 'about',
    reach: async (stage: Stage) => {
      const app = await connected(stage);
      await runFromPalette(app.page, stage.t('commands.about'), stage.t('help.findCommand'));
      await app.page.getByRole('dialog', { name: stage.t('commands.about') }).waitFor();
      return app;
    },
  },
];
