import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findPackageJSON } from 'node:module';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { localeOf } from '../locale.ts';
import { InstanceLock } from './instance-lock.ts';
import { notModeled, strict, StrictEmitter } from './strict.ts';

const packageSchema = z.object({
  name: z.string(),
  productName: z.string().optional(),
  version: z.string(),
});

/** The part of a window that quitting the app needs. */
interface Closable {
  close: () => void;
  isDestroyed: () => boolean;
}

const events = [
  'ready',
  'window-all-closed',
  'activate',
  'before-quit',
  'will-quit',
  'quit',
  'web-contents-created',
  'browser-window-created',
  'second-instance',
  'certificate-error',
  'select-client-certificate',
  'login',
];

/** `electron.app`. Arguments and environment are those of this process. */
export class App extends StrictEmitter {
  /** A test that plays an installed app sets the folder of its resources. */
  readonly isPackaged = process.env.TEST_HOST_RESOURCES !== undefined;
  /** Exists only on macOS, which this host does not imitate. */
  readonly dock = undefined;
  readonly commandLine;
  /** The open windows. */
  readonly windows = new Set<Closable>();
  wasRelaunched = false;
  name: string;
  readonly #paths: Map<string, string>;
  readonly #args: string[];
  readonly #appPath: string;
  readonly #version: string;
  readonly #lock: InstanceLock;
  readonly #ready = Promise.withResolvers<undefined>();
  #isReady = false;
  #isQuitting = false;

  constructor(main: string, args: string[]) {
    super('electron.app', events);
    const packageFile = findPackageJSON(pathToFileURL(main)) ?? join(dirname(main), 'package.json');
    const description = packageSchema.parse(JSON.parse(readFileSync(packageFile, 'utf8')));
    this.name = description.productName ?? description.name;
    this.#version = description.version;
    this.#appPath = dirname(packageFile);
    this.#args = args;
    this.commandLine = commandLineOf(args);
    this.#lock = new InstanceLock(({ args: otherArgs, data }) => {
      this.emit('second-instance', {}, otherArgs, process.cwd(), data);
    });
    this.#paths = pathsOf(this.name, this.commandLine.getSwitchValue('user-data-dir'));
  }

  isReady = () => this.#isReady;
  getVersion = () => this.#version;
  getName = () => this.name;
  getAppPath = () => this.#appPath;
  getLocale = () => localeOf(this.#args, process.env);
  getPreferredSystemLanguages = () => [this.getLocale()];
  setAppUserModelId = () => undefined;
  setAboutPanelOptions = () => undefined;
  enableSandbox = () => this.#refuseAfterReady('enableSandbox');

  /** Returns `false` and emits `second-instance` in the other process if one already runs with the same data folder. */
  requestSingleInstanceLock = (data: object = {}) =>
    this.#lock.request(this.getPath('userData'), { args: this.#args, data });

  releaseSingleInstanceLock = () => this.#lock.release();

  /** Electron becomes ready after the main module has run, or when the module itself waits for it. */
  whenReady = () => {
    setImmediate(() => this.becomeReady());
    return this.#ready.promise;
  };

  getPath = (name: string) => {
    const path = this.#paths.get(name);
    if (path === undefined) throw notModeled(`electron.app.getPath('${name}')`);
    return path;
  };

  setPath = (name: string, path: string) => {
    this.getPath(name);
    this.#paths.set(name, path);
  };

  /** Emits `before-quit`, closes all windows, emits `will-quit` and `quit`. A prevented event cancels it. */
  quit = () => {
    if (this.#isQuitting) return;
    this.#isQuitting = this.ask('before-quit');
    if (!this.#isQuitting) return;
    for (const window of this.windows) window.close();
    if (this.windows.size === 0) this.#finish();
  };

  /** Recorded, because a test starts the app again itself. */
  relaunch = () => {
    this.wasRelaunched = true;
  };

  exit = (code = 0) => {
    this.emit('quit', {}, code);
    process.exit(code);
  };

  /** Called once, by the host. */
  becomeReady = () => {
    if (this.#isReady) return;
    this.#isReady = true;
    this.#ready.resolve(undefined);
    this.emit('ready', {}, {});
  };

  /** Called by a window whose `close` event was prevented. */
  windowStays = () => {
    this.#isQuitting = false;
  };

  windowClosed = (window: Closable) => {
    this.windows.delete(window);
    if (this.windows.size > 0) return;
    if (this.#isQuitting) this.#finish();
    else if (this.listenerCount('window-all-closed') === 0) this.quit();
    else this.emit('window-all-closed');
  };

  #finish(): void {
    if (this.ask('will-quit')) this.exit(0);
    else this.#isQuitting = false;
  }

  #refuseAfterReady(name: string): void {
    if (this.#isReady) throw new Error(`${name} should be called before app is ready`);
  }
}

function commandLineOf(args: string[]) {
  const switches = new Map<string, string>();
  for (const arg of args) {
    const match = /^--([^=]+)(?:=(.*))?$/s.exec(arg);
    if (match?.[1] !== undefined) switches.set(match[1], match[2] ?? '');
  }
  return strict('electron.app.commandLine', {
    hasSwitch: (name: string) => switches.has(name),
    getSwitchValue: (name: string) => switches.get(name) ?? '',
    appendSwitch: (name: string, value = '') => {
      switches.set(name, value);
    },
  });
}

function pathsOf(name: string, userDataSwitch: string): Map<string, string> {
  const home = homedir();
  const appData = process.env.XDG_CONFIG_HOME ?? join(home, '.config');
  const userData = userDataSwitch === '' ? join(appData, name) : userDataSwitch;
  return new Map([
    ['home', home],
    ['appData', appData],
    ['userData', userData],
    ['sessionData', userData],
    ['logs', join(userData, 'logs')],
    ['temp', tmpdir()],
    ['downloads', join(home, 'Downloads')],
    ['documents', join(home, 'Documents')],
    ['desktop', join(home, 'Desktop')],
  ]);
}
