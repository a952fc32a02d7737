import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, ElectronApplication, Page } from 'playwright';
import { _electron } from 'playwright';
import { launchOnChromium } from '../test-host/launch.ts';
import { findElectron } from './find-electron.ts';

export type HostName = 'electron' | 'chromium';

export interface LaunchOptions {
  /** The folder of the app's files. They stay for the next launch with the same folder. */
  dataFolder: string;
  /** Added to the environment of this process. */
  env?: NodeJS.ProcessEnv;
  args?: string[];
  /** The language of the system. Default: `en-US`. Real Electron ignores it on Windows and macOS. */
  locale?: string;
  /** Default: the result of `chooseHost`. */
  host?: HostName;
  /** Shows the window if `false`. Real Electron always shows it. */
  headless?: boolean;
  /** The program of a packaged app, for real Electron. Default: Electron's own program with the built app. */
  program?: string | undefined;
  /** The main module, for the Chromium host. Default: the built app. */
  main?: string;
  /** A headless Chromium to share with other apps, for the Chromium host. Default: a new one. */
  browser?: Browser | undefined;
  /** How much faster than normal animations run on the Chromium host. Default: 1. */
  animationSpeed?: number;
}

/** A running app, with the same API on both hosts. */
export interface App {
  hostName: HostName;
  dataFolder: string;
  /** The app's window, loaded. */
  page: Page;
  /** Returns the pages of all windows. After a crash the window has another page than `page`. */
  windows: () => Page[];
  /** The process of the main process. */
  process: () => ChildProcess;
  /** Runs a function in the main process with Electron's modules: https://playwright.dev/docs/api/class-electronapplication */
  evaluate: ElectronApplication['evaluate'];
  /** Returns what the main process has printed so far. */
  output: () => string;
  /** Saves a screenshot as `test-results/screens/<name>.png` and returns its path. */
  screenshot: (name: string) => Promise<string>;
  /** Quits the app and waits for its end. A second call does nothing. */
  close: () => Promise<void>;
}

interface Host {
  hostName: HostName;
  firstWindow: () => Promise<Page>;
  windows: () => Page[];
  process: () => ChildProcess;
  evaluate: ElectronApplication['evaluate'];
  output: () => string;
  close: () => Promise<void>;
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** Returns the host: `E2E_HOST`, else Electron if its binary is there, else Chromium. */
export function chooseHost(env: NodeJS.ProcessEnv = process.env): HostName {
  const forced = env.E2E_HOST;
  if (forced === 'electron' || forced === 'chromium') return forced;
  if (forced !== undefined && forced !== '')
    throw new Error('E2E_HOST must be electron or chromium');
  return findElectron(env) === undefined ? 'chromium' : 'electron';
}

/**
 * Starts the built app and waits until its window has loaded.
 *
 * @throws Error with the app's output if it ends before that.
 */
export async function launchApp(options: LaunchOptions): Promise<App> {
  const { dataFolder, locale = 'en-US', args = [], host: hostName = chooseHost() } = options;
  const language = `${locale.replace('-', '_')}.UTF-8`;
  const start = {
    args: [`--user-data-dir=${dataFolder}`, `--lang=${locale}`, ...args],
    env: { ...process.env, LANG: language, LC_ALL: language, LANGUAGE: locale, ...options.env },
    headless: options.headless ?? true,
    browser: options.browser,
    program: options.program,
    main: options.main ?? join(root, 'out', 'main', 'index.js'),
    animationSpeed: options.animationSpeed,
  };
  const host = await (hostName === 'electron' ? onElectron(start) : onChromium(start));
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= host.close());
  try {
    const page = await host.firstWindow();
    await page.waitForURL((url) => url.protocol !== 'about:');
    const screenshot = async (name: string) => {
      const path = join(root, 'test-results', 'screens', `${name}.png`);
      await page.screenshot({ path, animations: 'disabled' });
      return path;
    };
    return { ...host, dataFolder, page, screenshot, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Replaces the save dialog. Each call returns the next path, and the last path is repeated; `null` cancels the dialog.
 */
export async function stubSaveDialog(
  app: App,
  ...filePaths: readonly (string | null)[]
): Promise<void> {
  await app.evaluate(({ dialog }, answers) => {
    const left = [...answers];
    dialog.showSaveDialog = () => {
      const answer = (left.length > 1 ? left.shift() : left[0]) ?? null;
      return Promise.resolve({ canceled: answer === null, filePath: answer ?? '' });
    };
  }, filePaths);
}

/** Cancels every dialog that asks for a file. Returns a function that returns the options of the last one, as JSON. */
export async function cancelSaveDialogs(app: App): Promise<() => Promise<string>> {
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = (...values: unknown[]) => {
      Reflect.set(globalThis, 'asked', JSON.stringify(values.at(-1)));
      return Promise.resolve({ canceled: true, filePath: '' });
    };
  });
  return () => app.evaluate(() => String(Reflect.get(globalThis, 'asked')));
}

/** Replaces the open dialog, which returns a path; `null` cancels it. */
export async function stubOpenDialog(app: App, filePath: string | null): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: path === null, filePaths: path === null ? [] : [path] });
  }, filePath);
}

/** Replaces the call that opens a file or a folder, for `openedPath`. */
export async function stubOpenPath(app: App): Promise<void> {
  await app.evaluate(({ shell }) => {
    shell.openPath = (path) => {
      Reflect.set(globalThis, 'openedPath', path);
      return Promise.resolve('');
    };
  });
}

/** Returns the file or folder that the app opened last. */
export function openedPath(app: App) {
  return app.evaluate((): unknown => Reflect.get(globalThis, 'openedPath'));
}

interface Start {
  args: string[];
  env: NodeJS.ProcessEnv;
  headless: boolean;
  browser: Browser | undefined;
  program: string | undefined;
  main: string;
  animationSpeed: number | undefined;
}

async function onChromium(start: Start): Promise<Host> {
  return { hostName: 'chromium', ...(await launchOnChromium(start)) };
}

async function onElectron({ args, env, program }: Start): Promise<Host> {
  const executablePath = program ?? findElectron(env);
  if (executablePath === undefined) {
    throw new Error('The Electron binary is missing: run `npx install-electron`');
  }
  const application = await _electron.launch({
    executablePath,
    args: program === undefined ? [root, ...args] : args,
    // Users have the sandbox, and Playwright turns it off by default on Linux.
    chromiumSandbox: program !== undefined,
    env: Object.fromEntries(
      Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  });
  const chunks: string[] = [];
  for (const stream of [application.process().stdout, application.process().stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  }
  return {
    hostName: 'electron',
    firstWindow: () => application.firstWindow(),
    windows: () => application.windows(),
    process: () => application.process(),
    evaluate: application.evaluate.bind(application),
    output: () => chunks.join(''),
    close: () => application.close(),
  };
}
