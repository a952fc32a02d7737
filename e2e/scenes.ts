import { expect } from '@playwright/test';
import { generateTenants } from '../sandbox/generate.ts';
import type { App } from './app.ts';
import { companyScenes } from './company-scenes.ts';
import { exportScenes } from './export-scenes.ts';
import { helpScenes, withUpdate } from './help-scenes.ts';
import { historyScenes } from './history-scenes.ts';
import { hotlineScenes } from './hotline-scenes.ts';
import { importScene } from './import-scene.ts';
import {
  changed,
  connected,
  openAccounts,
  openChanges,
  openPalette,
  press,
  readAll,
  settled,
  started,
  submitKey,
  grid,
  withSampleData,
  type Stage,
} from './scene-steps.ts';
import { settingsScenes } from './settings-scenes.ts';

/** A screen that must be accessible, and how to get there. */
export interface Scene {
  name: string;
  reach: (stage: Stage) => Promise<App>;
}

/** The scenes in the documentation. */
export const scenes: readonly Scene[] = [
  { name: 'first-start', reach: started },
  {
    name: 'loading',
    reach: async (stage) => {
      // The first request tests the key. The requests for the list get no response.
      stage.sandbox.setFaults({ hang: { after: 1 } });
      const app = await stage.launch();
      await submitKey(app.page, stage);
      await expect(grid(app.page, stage)).toHaveAttribute('aria-busy', 'true');
      return app;
    },
  },
  {
    name: 'empty',
    reach: async (stage) => {
      stage.sandbox.setFaults({ answer: { body: { paging: {}, tenants: [] } } });
      const app = await stage.launch();
      await submitKey(app.page, stage);
      await app.page.getByText(stage.t('screens.tenants.noTenants')).waitFor();
      return app;
    },
  },
  {
    name: 'error',
    reach: async (stage) => {
      stage.sandbox.setFaults({ status: { status: 501, after: 1 } });
      const app = await stage.launch();
      await submitKey(app.page, stage);
      await app.page
        .getByRole('alert')
        .filter({ hasText: stage.t('errors.server_failed') })
        .first()
        .waitFor();
      return app;
    },
  },
  { name: 'tenants', reach: (stage) => connected(stage) },
  ...hotlineScenes,
  {
    name: 'overview',
    reach: async (stage) => {
      const app = await connected(stage);
      await press(app.page, stage.t('screens.overview.title'));
      await app.page.getByText(stage.t('screens.overview.byOwner')).waitFor();
      return app;
    },
  },
  {
    name: 'offline',
    reach: async (stage) => {
      await (await connected(stage)).close();
      await stage.sandbox.close();
      const app = await stage.launch();
      await app.page
        .getByText(stage.t('screens.savedList.offlineNotice'))
        .waitFor({ timeout: 30_000 });
      return app;
    },
  },
  {
    name: 'refresh',
    reach: async (stage) => {
      const app = await connected(stage);
      const pages = Math.ceil(stage.sandbox.tenants.length / 100);
      stage.sandbox.setFaults({ hang: { after: Math.floor(pages * 0.64) } });
      await readAll(app.page, stage);
      await expect(app.page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /^6/);
      return app;
    },
  },
  {
    name: 'changes',
    reach: async (stage) => {
      const app = await changed(stage);
      await openChanges(app.page, stage);
      return app;
    },
  },
  {
    name: 'details',
    reach: async (stage) => {
      const app = await changed(stage);
      await openChanges(app.page, stage);
      await app.page.getByText(stage.t('screens.changes.counts.changed', { count: 3 })).click();
      await settled(app.page, stage);
      await app.page.getByRole('rowheader').first().getByRole('button').first().click();
      await app.page.getByText(stage.t('screens.details.raw')).waitFor();
      return app;
    },
  },
  {
    name: 'export',
    reach: async (stage) => {
      const app = await connected(stage);
      await press(app.page, stage.t('screens.export.exportButton'));
      await app.page.getByRole('dialog', { name: stage.t('screens.export.title') }).waitFor();
      return app;
    },
  },
  {
    name: 'accounts',
    reach: async (stage) => {
      const app = await withSampleData(stage);
      await openAccounts(app.page, stage);
      return app;
    },
  },
  {
    name: 'all-accounts',
    reach: async (stage) => {
      // Every sandbox has the same sample data, so this account gets other tenants.
      const tenants = generateTenants({ count: 640, seed: 7 });
      stage.sandbox.setFaults({ answer: { body: { paging: {}, tenants } } });
      const app = await withSampleData(stage, tenants.length);
      await openAccounts(app.page, stage);
      const name = stage.t('commands.allAccounts');
      await app.page.getByRole('menuitemradio', { name }).click();
      await app.page.getByRole('button', { name: stage.t('accounts.switch', { name }) }).waitFor();
      await settled(app.page, stage);
      // Sorted by name, the tenants of both accounts are mixed.
      const column = { name: stage.t('tenants.fields.name'), exact: true };
      const header = app.page.getByRole('columnheader', column);
      await header.getByRole('button').click();
      await settled(app.page, stage);
      return app;
    },
  },
  { name: 'update', reach: withUpdate },
  {
    name: 'settings',
    reach: async (stage) => {
      const app = await connected(stage);
      await press(app.page, stage.t('screens.common.settings'));
      await app.page.getByRole('dialog', { name: stage.t('screens.common.settings') }).waitFor();
      return app;
    },
  },
];

/** Other screens, which the documentation does not show. */
export const furtherScenes: readonly Scene[] = [
  ...historyScenes,
  ...exportScenes,
  importScene,
  ...settingsScenes,
  ...helpScenes,
  ...companyScenes,
  {
    name: 'details-raw',
    reach: async (stage) => {
      const app = await connected(stage);
      await app.page.getByRole('rowheader').first().getByRole('button').first().click();
      const name = stage.t('screens.details.raw');
      await app.page.getByRole('button', { name, exact: true }).click();
      await app.page.getByRole('region', { name }).waitFor();
      return app;
    },
  },
  {
    name: 'filters',
    reach: async (stage) => {
      const app = await connected(stage);
      const chips = app.page.getByRole('search');
      await chips.getByRole('button', { name: stage.t('screens.filters.status') }).click();
      await app.page.getByRole('menuitemcheckbox').first().click();
      await settled(app.page, stage);
      return app;
    },
  },
  {
    name: 'reversed-days',
    reach: async (stage) => {
      const app = await connected(stage);
      const chips = app.page.getByRole('search');
      await chips.getByRole('button', { name: stage.t('screens.filters.created') }).click();
      const typeDay = (label: string, day: string) =>
        app.page.getByLabel(label, { exact: true }).fill(day);
      await typeDay(stage.t('screens.filters.from'), '31/12/2024');
      await typeDay(stage.t('screens.filters.to'), '1/1/2024');
      await app.page.getByText(stage.t('screens.filters.reversed')).waitFor();
      return app;
    },
  },
  {
    name: 'add-account',
    reach: async (stage) => {
      const app = await connected(stage);
      await openAccounts(app.page, stage);
      await app.page.getByRole('menuitem', { name: stage.t('accounts.add') }).click();
      await app.page.getByRole('dialog', { name: stage.t('accounts.addTitle') }).waitFor();
      return app;
    },
  },
  {
    name: 'palette',
    reach: async (stage) => {
      const app = await connected(stage);
      await openPalette(app.page, stage);
      return app;
    },
  },
];
