import { expect } from '@playwright/test';
import type { App } from './app.ts';
import { changed, press, readAll, settled, type Stage } from './scene-steps.ts';

const answer = (tenants: readonly unknown[]) => ({ answer: { body: { paging: {}, tenants } } });

/** Screens with the changes of a list and with its history. */
export const historyScenes = [
  {
    name: 'past',
    reach: async (stage: Stage): Promise<App> => {
      const app = await changed(stage);
      await press(app.page, stage.t('screens.past.show'));
      await press(app.page, stage.t('screens.past.yesterday'));
      await app.page.getByRole('button', { name: stage.t('screens.past.back') }).waitFor();
      await settled(app.page, stage);
      return app;
    },
  },
  {
    name: 'overview-growth',
    reach: async (stage: Stage): Promise<App> => {
      const app = await changed(stage);
      await press(app.page, stage.t('screens.overview.title'));
      await app.page.getByText(stage.t('screens.overview.views.growth'), { exact: true }).click();
      await app.page.getByText(stage.t('screens.overview.newAndGone')).waitFor();
      return app;
    },
  },
  {
    name: 'unreadable-rows',
    reach: async (stage: Stage): Promise<App> => {
      const app = await changed(stage);
      stage.sandbox.setFaults(answer([...stage.sandbox.tenants.slice(0, 90), 'not a tenant']));
      await readAll(app.page, stage);
      await press(app.page, stage.t('screens.savedList.unreadable', { count: 1 }));
      await app.page.getByRole('dialog', { name: stage.t('unreadable.title') }).waitFor();
      return app;
    },
  },
  {
    name: 'list-shrank',
    reach: async (stage: Stage): Promise<App> => {
      const app = await changed(stage);
      stage.sandbox.setFaults(answer([]));
      await readAll(app.page, stage);
      await expect(app.page.getByRole('button', { name: stage.t('shrunk.keep') })).toBeVisible();
      return app;
    },
  },
];
