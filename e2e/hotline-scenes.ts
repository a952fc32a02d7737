import { generateHotlines } from '../sandbox/generate-hotlines.ts';
import type { App } from './app.ts';
import { connected, settled, type Stage } from './scene-steps.ts';

/** Connects to a server that lists hotlines. */
async function connectedWithHotlines(stage: Stage): Promise<App> {
  const { sandbox } = stage;
  const { tenants } = sandbox;
  sandbox.setHotlines(generateHotlines({ count: Math.ceil(tenants.length / 3), seed: 1, tenants }));
  return connected(stage);
}

/** Screens of hotlines. */
export const hotlineScenes = [
  {
    name: 'hotlines',
    reach: async (stage: Stage): Promise<App> => {
      const app = await connectedWithHotlines(stage);
      const name = stage.t('views.hotlines');
      await app.page.getByRole('tab', { name, exact: true }).click();
      await settled(app.page, stage, 'hotlines');
      return app;
    },
  },
  {
    /** The details of a tenant whose owner has hotlines. */
    name: 'owner-hotlines',
    reach: async (stage: Stage): Promise<App> => {
      const app = await connectedWithHotlines(stage);
      const { page } = app;
      const [hotline] = stage.sandbox.hotlines ?? [];
      const search = page.getByRole('textbox', { name: stage.t('screens.filters.search') });
      await search.fill(hotline?.owner_id ?? '');
      await settled(page, stage);
      await page.getByRole('rowheader').first().getByRole('button').first().click();
      const title = stage.t('screens.details.ofOwner', { context: 'hotlines' });
      const heading = page.getByRole('heading', { name: title });
      await heading.scrollIntoViewIfNeeded();
      return app;
    },
  },
];
