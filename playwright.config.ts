import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { chooseHost } from './e2e/app.ts';
import type { WorkerFixtures } from './e2e/fixture.ts';

export default defineConfig<object, WorkerFixtures>({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  // It needs a packaged app: see scripts/test-packaged.ts.
  testIgnore: process.env.PACKAGED_APP === undefined ? '**/packaged.spec.ts' : [],
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // Specs spend part of their time waiting, so there is one more worker than there are cores. Real Electron shows its
  // windows, which take the focus from each other.
  workers: chooseHost() === 'electron' ? 1 : availableParallelism() + 1,
  reporter: 'list',
  // Long, because a machine that is busy with something else can take several times as long.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  projects: [
    { name: 'specs', grepInvert: /@clipboard/, use: { chromiumBuild: 'headless-shell' } },
    { name: 'clipboard', grep: /@clipboard/, use: { chromiumBuild: 'browser' } },
  ],
});
