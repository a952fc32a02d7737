import { chooseHost } from '../e2e/app.ts';
import { inDisplay } from './display.ts';
import { inKeyringSession } from './keyring-session.ts';
import type { Command } from './run.ts';
import { run, tool } from './run.ts';
import { provideSystemPackages } from './system-packages.ts';

const host = chooseHost();

const steps: readonly (readonly [name: string, command: Command])[] = [
  ['formatting', tool('prettier', 'prettier', '--check', '.')],
  ['lint and types', tool('oxlint', 'oxlint')],
  [
    'imports',
    tool(
      'dependency-cruiser',
      'depcruise',
      ...['src-main', 'src-preload', 'src-renderer', 'src-shared'],
      ...['sandbox', 'test-host', 'e2e', 'scripts'],
    ),
  ],
  ['unit tests', inKeyringSession(tool('vitest', 'vitest', 'run'))],
  ['build', tool('electron-vite', 'electron-vite', 'build', '--logLevel', 'warn')],
  ['bundle size', [process.execPath, 'scripts/bundle-size.ts']],
  [
    `end-to-end tests on ${host}`,
    inDisplay(inKeyringSession(tool('@playwright/test', 'playwright', 'test')), host),
  ],
];

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** `npm test`: everything a change has to pass, stopping at the first failure with its exit code. */
async function test(): Promise<number> {
  if (!provideSystemPackages('tests')) return 1;
  const start = performance.now();
  for (const [name, command] of steps) {
    console.log(`\n▶ ${name}`);
    const stepStart = performance.now();
    const exitCode = await run(command);
    if (exitCode !== 0) {
      console.error(`\n✗ ${name} failed after ${seconds(stepStart)}`);
      return exitCode;
    }
    console.log(`✓ ${name}, ${seconds(stepStart)}`);
  }
  console.log(
    `\nAll ${steps.length} steps passed in ${seconds(start)}: ${steps.map(([name]) => name).join(', ')}`,
  );
  return 0;
}

process.exitCode = await test().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
