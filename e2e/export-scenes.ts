import { join } from 'node:path';
import { stubSaveDialog, type App } from './app.ts';
import { connected, press, type Stage } from './scene-steps.ts';

/** Screens of exports. */
export const exportScenes = [
  {
    name: 'export-saved',
    reach: exported,
  },
  {
    name: 'recent-exports',
    reach: async (stage: Stage) => {
      const app = await exported(stage);
      await press(app.page, stage.t('screens.export.more'));
      await app.page.getByRole('menuitem', { name: stage.t('commands.recentExports') }).click();
      await app.page.getByText('etelecom-tenants_2026-11-23.xlsx').last().waitFor();
      return app;
    },
  },
];

/** Reaches a saved export. */
async function exported(stage: Stage): Promise<App> {
  const app = await connected(stage);
  await stubSaveDialog(app, join(stage.dataFolder, 'etelecom-tenants_2026-11-23.xlsx'));
  await press(app.page, stage.t('screens.export.exportButton'));
  await press(app.page, stage.t('screens.export.export'));
  await app.page.getByText(stage.t('screens.export.saved')).waitFor();
  return app;
}
