import { chooseHost } from '../e2e/app.ts';
import { inDisplay } from './display.ts';
import { inKeyringSession } from './keyring-session.ts';
import { tool } from './run.ts';
import { runSteps, secondsSince, staticSteps } from './steps.ts';
import { provideSystemPackages } from './system-packages.ts';

const host = chooseHost();

/** `npm run demo`, the first command of the README. It builds the app, so there is no other step for that. */
const buildAndDemo = {
  name: 'build and demo',
  command: [process.execPath, 'scripts/demo.ts'],
  env: { E2E_HOST: host },
} as const;
const bundleSize = {
  name: 'bundle size',
  command: [process.execPath, 'scripts/bundle-size.ts'],
} as const;
/** Needs the built app, and tools that are only in Debian. */
const packages = {
  name: 'packages',
  command: inKeyringSession(
    tool('vitest', 'vitest', 'run', '--config', 'scripts/packages/vitest.config.ts'),
  ),
} as const;
const unitTests = {
  name: 'unit tests',
  command: inKeyringSession(tool('vitest', 'vitest', 'run')),
};
const specs = {
  name: `end-to-end tests on ${host}`,
  command: inDisplay(inKeyringSession(tool('@playwright/test', 'playwright', 'test')), host),
};

const packageSteps = process.platform === 'linux' ? [packages] : [];

/** `npm test`: everything that a change has to pass. */
async function test(): Promise<number> {
  if (!provideSystemPackages('tests')) return 1;
  const start = performance.now();
  const exitCode =
    (await runSteps([...staticSteps, buildAndDemo, bundleSize, ...packageSteps], [unitTests])) ||
    (await runSteps([specs]));
  console.log(`\n${exitCode === 0 ? 'All passed' : 'Failed'} after ${secondsSince(start)}`);
  return exitCode;
}

process.exitCode = await test().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
