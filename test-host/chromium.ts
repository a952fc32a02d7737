import { existsSync } from 'node:fs';
import type { Browser } from 'playwright';
import { chromium } from 'playwright';

/**
 * `headless-shell` is the build without windows. It needs two thirds of the processor time of the whole browser, but
 * has no clipboard.
 */
export type ChromiumBuild = 'browser' | 'headless-shell';

const headlessShell = '/usr/bin/chromium-headless-shell';

const browserPaths: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/chromium-browser',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/**
 * Returns the path of the Chromium to use: `CHROMIUM_PATH`, else one that is installed, else Playwright's own;
 * `undefined` if there is none. Without a headless shell the whole browser takes its place.
 */
export function findChromium(
  env: NodeJS.ProcessEnv,
  build: ChromiumBuild = 'browser',
): string | undefined {
  const named = env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return named;
  const paths = [...(browserPaths[process.platform] ?? []), chromium.executablePath()];
  if (build === 'headless-shell') paths.unshift(headlessShell);
  return paths.find((path) => existsSync(path));
}

export interface BrowserOptions {
  env: NodeJS.ProcessEnv;
  build?: ChromiumBuild;
  /** Shows its windows if `false`; a headless shell cannot. */
  headless?: boolean;
  /** Does not compile scripts to machine code, which takes more processor time than it saves if pages live for seconds. */
  interpretsScripts?: boolean;
}

/** Starts a Chromium that reaches no network. */
export async function launchBrowser(options: BrowserOptions): Promise<Browser> {
  const { env, build = 'browser', headless = true, interpretsScripts = false } = options;
  const executablePath = findChromium(env, build);
  if (executablePath === undefined) {
    throw new Error('No Chromium was found: install one, or set CHROMIUM_PATH');
  }
  const args = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    // Chromium sends requests of its own in the background.
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // A route answers the requests of the pages before names are resolved. Sockets do not pass the route and fail here.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    ...(interpretsScripts ? ['--js-flags=--jitless'] : []),
    ...(headless ? [] : ['--window-size=1400,950']),
  ];
  // On a session bus Chromium would start desktop services; only the app itself needs the bus.
  const browserEnv = { ...process.env, DBUS_SESSION_BUS_ADDRESS: 'disabled:' };
  return chromium.launch({ executablePath, headless, args, env: browserEnv });
}
