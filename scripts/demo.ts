import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { HostName } from '../e2e/app.ts';
import { canShowElectron, hasDisplay, inDisplay } from './display.ts';
import { provideElectron } from './electron-binary.ts';
import { inKeyringSession } from './keyring-session.ts';
import { run, tool } from './run.ts';
import { provideSystemPackages } from './system-packages.ts';

/**
 * `npm run demo`: connects, refreshes, pages and exports without a user. Uses sample data, or with
 * `--base-url URL --key KEY` a server. `--open` shows the window and leaves it open.
 */
async function demo(): Promise<number> {
  const { values } = parseArgs({
    options: {
      'base-url': { type: 'string' },
      key: { type: 'string' },
      open: { type: 'boolean', default: false },
    },
  });
  if ((values['base-url'] === undefined) !== (values.key === undefined)) {
    console.error('--base-url and --key go together');
    return 1;
  }
  if (values.open && !hasDisplay()) {
    console.error('--open needs a display');
    return 1;
  }
  if (!provideSystemPackages()) return 1;
  const host = await chooseHost();
  const built = await run(tool('electron-vite', 'electron-vite', 'build', '--logLevel', 'warn'));
  if (built !== 0) return built;
  const script = fileURLToPath(new URL('demo/run-demo.ts', import.meta.url));
  return run(inDisplay(inKeyringSession([process.execPath, script]), host), {
    ...process.env,
    E2E_HOST: host,
    DEMO_BASE_URL: values['base-url'],
    DEMO_KEY: values.key,
    DEMO_OPEN: values.open ? '1' : undefined,
  });
}

/** Returns Electron if its binary can be downloaded and a display is available, else Chromium. */
async function chooseHost(): Promise<HostName> {
  if (process.env.E2E_HOST === 'electron' || process.env.E2E_HOST === 'chromium') {
    return process.env.E2E_HOST;
  }
  if (!canShowElectron()) return 'chromium';
  const electron = await provideElectron();
  if ('path' in electron) return 'electron';
  console.log(electron.reason);
  return 'chromium';
}

process.exitCode = await demo().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
