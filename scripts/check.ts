import { inKeyringSession } from './keyring-session.ts';
import { tool } from './run.ts';
import { runSteps, secondsSince, staticSteps } from './steps.ts';
import { provideSystemPackages } from './system-packages.ts';

/**
 * `npm run check [-- COMMIT]`: runs the quick checks. It runs only the unit tests that import a changed file: one with
 * uncommitted changes or, if COMMIT is given, with changes since that commit.
 */
async function check(): Promise<number> {
  if (!provideSystemPackages('tests')) return 1;
  const start = performance.now();
  const changed = ['--changed', ...process.argv.slice(2)];
  const unitTests = {
    name: 'unit tests of what changed',
    command: inKeyringSession(tool('vitest', 'vitest', 'run', '--passWithNoTests', ...changed)),
  };
  const exitCode = await runSteps(staticSteps, [unitTests]);
  console.log(`\n${exitCode === 0 ? 'All passed' : 'Failed'} after ${secondsSince(start)}`);
  return exitCode;
}

process.exitCode = await check().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
