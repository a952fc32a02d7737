import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import type { Browser, Page } from 'playwright';
import type { Sandbox } from '../sandbox/server.ts';
import { startSandbox } from '../sandbox/server.ts';
import type { SandboxTenant } from '../sandbox/wire.ts';
import { launchBrowser, type ChromiumBuild } from '../test-host/chromium.ts';
import { addAccount } from './add-account.ts';
import type { App, LaunchOptions } from './app.ts';
import { chooseHost, launchApp } from './app.ts';
import { removeKeychainEntries } from './keychain.ts';
import { connect } from './screens.ts';

export { expect } from '@playwright/test';

/** A running app that is connected, with the controls of its tenants screen. */
interface Connected {
  app: App;
  page: Page;
  tenants: Awaited<ReturnType<typeof connect>>;
}

interface Fixtures {
  /** The number of tenants in `sandbox`: `test.use({ tenantCount: 250 })`. */
  tenantCount: number;
  /** The number of hotlines in `sandbox`; by default the server does not list hotlines. */
  hotlineCount: number | undefined;
  /** A new data folder. After the test it is removed with the keychain entries of its accounts. */
  dataFolder: string;
  /** A new folder for exports. */
  folder: string;
  /** The API on loopback, with a new key for each test. */
  sandbox: Sandbox;
  /**
   * The tenants of `otherServer`, or their number: `test.use({ otherTenants: [tenants, { scope: 'test' }] })`. Playwright
   * would take a plain list for a value and its options.
   */
  otherTenants: number | readonly SandboxTenant[];
  /** The API of a second account, with a key of its own. It starts only in tests that use it. */
  otherServer: Sandbox;
  /** Starts the app in the test's data folder, any number of times. Running apps are closed after the test. */
  launchApp: (options?: Partial<LaunchOptions>) => Promise<App>;
  /** The app, connected to `sandbox`. It shows the whole list. */
  connected: Connected;
  /** As `connected`, but with `otherServer` as a second account, *Chị Hà*, which is shown. */
  connectedToTwo: Connected;
  /** Whether the test causes errors that nothing catches. In all other tests they are bugs. */
  allowsUncaughtErrors: boolean;
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
      const browser = await launchBrowser({
        env: process.env,
        build: chromiumBuild,
        interpretsScripts: true,
      });
      await provide(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],

  tenantCount: [60, { option: true }],

  hotlineCount: [undefined, { option: true }],

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

  sandbox: async ({ tenantCount, hotlineCount }, provide) => {
    const options = { tenants: tenantCount, hotlines: hotlineCount };
    const sandbox = await startSandbox({ apiKey: newKey(), ...options });
    await provide(sandbox);
    await sandbox.close();
  },

  otherTenants: [25, { option: true }],

  otherServer: async ({ otherTenants }, provide) => {
    const sandbox = await startSandbox({ apiKey: newKey(), tenants: otherTenants });
    await provide(sandbox);
    await sandbox.close();
  },

  allowsUncaughtErrors: [false, { option: true }],

  launchApp: async ({ dataFolder, sharedBrowser, allowsUncaughtErrors }, provide, testInfo) => {
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
    const uncaught = apps.filter((app) => app.output().includes('uncaughtError'));
    if (!allowsUncaughtErrors && uncaught.length > 0) throw new Error(uncaught[0]?.output());
  },

  connected: async ({ launchApp: launch, sandbox }, provide) => {
    const app = await launch();
    await provide({ app, page: app.page, tenants: await connect(app.page, sandbox) });
  },

  connectedToTwo: async ({ connected, otherServer }, provide) => {
    await addAccount(connected.page, { name: 'Chị Hà', server: otherServer });
    await provide(connected);
  },
});

function newKey(): string {
  return `sandbox:${randomBytes(24).toString('hex')}`;
}
