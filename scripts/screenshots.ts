import { fileURLToPath } from 'node:url';
import { chooseHost } from '../e2e/app.ts';
import { inDisplay } from './display.ts';
import { inKeyringSession } from './keyring-session.ts';
import { run, tool } from './run.ts';

/** `npm run screenshots [-- NAME…]`: takes the screenshots of the documentation, all or the named ones. */
async function screenshots(): Promise<number> {
  const built = await run(tool('electron-vite', 'electron-vite', 'build', '--logLevel', 'warn'));
  if (built !== 0) return built;
  const script = fileURLToPath(new URL('screenshots/take-screenshots.ts', import.meta.url));
  const names = process.argv.slice(2);
  return run(inDisplay(inKeyringSession([process.execPath, script, ...names]), chooseHost()));
}

process.exitCode = await screenshots();
