import type { App } from './app.ts';
import { connected, press, type Stage } from './scene-steps.ts';

/** A scene of each section of the settings, except the first one, which is in the documentation. */
export const settingsScenes = (['accounts', 'connections', 'savedList'] as const).map(
  (section) => ({
    name: `settings-${section}`,
    reach: async (stage: Stage): Promise<App> => {
      const app = await connected(stage);
      await press(app.page, stage.t('screens.settings.title'));
      const name =
        section === 'accounts' ? stage.t('accounts.title') : stage.t(`screens.settings.${section}`);
      await app.page.getByRole('tab', { name }).click();
      await app.page.getByRole('tabpanel', { name }).waitFor();
      return app;
    },
  }),
);
