import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import type { Browser } from 'playwright';
import type { Sandbox } from '../sandbox/server.ts';
import { startSandbox } from '../sandbox/server.ts';
import { launchBrowser, type ChromiumBuild } from '../test-host/chromium.ts';
import type { App, LaunchOptions } from './app.ts';
import { chooseHost, launchApp } from './app.ts';
import { removeKeychainEntries } from './keychain.ts';

export { expect } from '@playwright/test';

interface Fixtures {
  /** The number of tenants in `sandbox`: `test.use({ tenantCount: 250 })`. */
  tenantCount: number;
  /** A new data folder. After the test it is removed with the keychain entries of its accounts. */
  dataFolder: string;
  /** A new folder for exports. */
  folder: string;
  /** The API on loopback, with a new key for each test. */
  sandbox: Sandbox;
  /** Starts the app in the test's data folder, any number of times. Running apps are closed after the test. */
  launchApp: (options?: Partial<LaunchOptions>) => Promise<App>;
}

export interface WorkerFixtures {
  /** The build of Chromium for the Chromium host. Each project in `playwright.config.ts` chooses one. */
  chromiumBuild: ChromiumBuild;
  /** The Chromium that the apps of a Playwright worker share; `undefined` with real Electron. */
  sharedBrowser: Browser | undefined;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  chromiumBuild: ['browser', { option: true, scope: 'worker' }],

  sharedBrowser: [
    async ({ chromiumBuild }, provide) => {
      if (chooseHost() === 'electron') {
        await provide(undefined);
        return;
      }
      const browser = await launchBrowser({ env: process.env, build: chromiumBuild });
      await provide(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],

  tenantCount: [60, { option: true }],

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the dependencies of a fixture from this pattern
  dataFolder: async ({}, provide) => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'etelecom-tenants-'));
    await provide(dataFolder);
    await removeKeychainEntries(dataFolder);
    // Windows unlocks files shortly after their process has ended.
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  },

  // oxlint-disable-next-line no-empty-pattern -- as above
  folder: async ({}, provide) => {
    const folder = await mkdtemp(join(tmpdir(), 'etelecom-tenants-exports-'));
    await provide(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  sandbox: async ({ tenantCount }, provide) => {
    const apiKey = `sandbox:${randomBytes(24).toString('hex')}`;
    const sandbox = await startSandbox({ apiKey, tenants: tenantCount });
    await provide(sandbox);
    await sandbox.close();
  },

  launchApp: async ({ dataFolder, sharedBrowser }, provide, testInfo) => {
    const apps: App[] = [];
    await provide(async (options) => {
      const app = await launchApp({
        dataFolder,
        browser: sharedBrowser,
        animationSpeed: 50,
        ...options,
      });
      apps.push(app);
      return app;
    });
    const closed = await Promise.allSettled(apps.map((app) => app.close()));
    if (testInfo.status !== testInfo.expectedStatus) {
      const body = apps.map((app) => app.output()).join('\n');
      await testInfo.attach('output of the main process', { body, contentType: 'text/plain' });
    }
    for (const result of closed) if (result.status === 'rejected') throw result.reason;
  },
});
