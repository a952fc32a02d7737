import { inKeyringSession } from './keyring-session.ts';
import { tool } from './run.ts';
import { runSteps, secondsSince, staticSteps } from './steps.ts';
import { provideSystemPackages } from './system-packages.ts';

/**
 * `npm run check [-- COMMIT]`: the quick checks. Of the unit tests it runs those that import a file with changes that
 * are not committed, or that were made since the commit.
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
