import { join } from 'node:path';
import { stubOpenDialog, stubSaveDialog, type App } from './app.ts';
import { connected, press, type Stage } from './scene-steps.ts';

async function openSection({ page }: App, { t }: Stage, name: string): Promise<void> {
  await press(page, t('screens.common.settings'));
  await page.getByRole('tab', { name }).click();
  await page.getByRole('tabpanel', { name }).waitFor();
}

/** A scene of each section of the settings, except the first one, which is in the documentation. */
const sectionScenes = (
  [
    ['accounts', 'accounts.title'],
    ['connections', 'settings.connections'],
    ['savedList', 'settings.savedList'],
    ['schedules', 'settings.schedules.title'],
    ['ownData', 'backup.section'],
    ['updates', 'settings.updates'],
  ] as const
).map(([section, title]) => ({
  name: `settings-${section}`,
  reach: async (stage: Stage): Promise<App> => {
    const app = await connected(stage);
    await openSection(app, stage, stage.t(title));
    return app;
  },
}));

/** The settings, and the dialog that restores a backup file. */
export const settingsScenes = [
  ...sectionScenes,
  {
    name: 'restore',
    reach: async (stage: Stage): Promise<App> => {
      const app = await connected(stage);
      const { page } = app;
      const { t } = stage;
      const path = join(stage.dataFolder, 'backup.json');
      await stubSaveDialog(app, path);
      await stubOpenDialog(app, path);
      await openSection(app, stage, t('backup.section'));
      await press(page, t('commands.backUp'));
      await page.getByText(t('backup.saved', { name: 'backup.json' })).waitFor();
      await openSection(app, stage, t('backup.section'));
      await press(page, t('commands.restoreBackup'));
      await page.getByRole('dialog', { name: t('backup.title') }).waitFor();
      return app;
    },
  },
];
