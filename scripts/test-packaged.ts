import { inDisplay } from './display.ts';
import { inKeyringSession } from './keyring-session.ts';
import { run, tool } from './run.ts';

/**
 * `npm run test:packaged`: runs the spec of the packaged app whose program is in `PACKAGED_APP`. Build one with
 * `npm run package -- --for-specs`.
 */
async function testPackaged(): Promise<number> {
  if (!process.env.PACKAGED_APP) {
    console.error('Set PACKAGED_APP to the program in dist/for-specs');
    return 1;
  }
  const command = tool('@playwright/test', 'playwright', 'test', 'packaged.spec');
  return run(inDisplay(inKeyringSession(command), 'electron'), {
    ...process.env,
    E2E_HOST: 'electron',
  });
}

process.exitCode = await testPackaged();
