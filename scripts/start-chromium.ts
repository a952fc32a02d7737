import { once } from 'node:events';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from '../test-host/chromium.ts';
import type { ChromiumApp } from '../test-host/launch.ts';
import { launchOnChromium } from '../test-host/launch.ts';
import { hasDisplay } from './display.ts';
import { hasCommand } from './find-command.ts';
import { inKeyringSession } from './keyring-session.ts';
import { root, run, tool } from './run.ts';

const inSession = '--in-keyring-session';

/** `npm run start:chromium`: shows the app in a Chromium window, for machines that cannot fetch Electron's binary. */
async function start(args: string[]): Promise<number> {
  if (!hasDisplay()) return fail('There is no display.');
  if (findChromium(process.env) === undefined) {
    return fail('No Chromium was found: install one, or set CHROMIUM_PATH.');
  }
  if (needsKeyring() && !args.includes(inSession)) {
    console.log('This session has no keychain: the API key is forgotten when the app closes.');
    const script = fileURLToPath(import.meta.url);
    return run(inKeyringSession([process.execPath, script, inSession, ...args]));
  }
  const built = await run(tool('electron-vite', 'electron-vite', 'build', '--logLevel', 'warn'));
  if (built !== 0) return built;
  const app = await launchOnChromium({
    main: join(root, 'out', 'main', 'index.js'),
    args: args.filter((arg) => arg !== inSession),
    env: process.env,
    headless: false,
    printOutput: true,
  });
  await answerDialogs(app);
  const child = app.process();
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode ?? 1;
}

/** Returns whether to start a keyring: there is no session bus, and a keyring is installed. */
function needsKeyring(): boolean {
  const hasBus = (process.env.DBUS_SESSION_BUS_ADDRESS ?? '') !== '';
  return !hasBus && hasCommand('dbus-run-session') && hasCommand('gnome-keyring-daemon');
}

/** Replaces native dialogs and the file manager, which Chromium lacks: saves to Downloads and prints what happens. */
async function answerDialogs(app: ChromiumApp): Promise<void> {
  await app.evaluate(
    ({ dialog, shell }, folder) => {
      const print = (what: string, path: string) => console.log(`${what}: ${path}`);
      dialog.showSaveDialog = (...values: unknown[]) => {
        const options = values.at(-1);
        const suggested: unknown =
          typeof options === 'object' && options !== null
            ? Reflect.get(options, 'defaultPath')
            : '';
        const name = String(suggested).split(/[\\/]/).at(-1) ?? '';
        const filePath = `${folder}/${name === '' ? 'untitled' : name}`;
        print('Saved as', filePath);
        return Promise.resolve({ canceled: false, filePath });
      };
      shell.showItemInFolder = (path) => print('Show in folder', path);
      shell.openExternal = (url) => {
        print('Open', url);
        return Promise.resolve();
      };
    },
    join(homedir(), 'Downloads'),
  );
}

function fail(message: string): number {
  console.error(message);
  return 1;
}

process.exitCode = await start(process.argv.slice(2));
