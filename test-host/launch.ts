import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Browser, ElectronApplication, Page } from 'playwright';
import { z } from 'zod';
import { launchBrowser } from './chromium.ts';
import { localeOf } from './locale.ts';
import { appQuestions, hostQuestions } from './messages.ts';
import type { AppPipe } from './pages.ts';
import { Pages } from './pages.ts';
import { Pipe } from './pipe.ts';

export interface LaunchOptions {
  /** The built main file, as package.json's `main` names it. */
  main: string;
  args?: string[];
  /** The whole environment of the app; `LANG` sets the language of system and page. */
  env: NodeJS.ProcessEnv;
  /** Shows its window if `false`. */
  headless?: boolean;
  /** A headless browser that other apps use too. Without it the app has a browser of its own. */
  browser?: Browser | undefined;
  /** Writes what the app prints to this process's output too. */
  printOutput?: boolean;
  /** How long the app may take to quit before it is killed. */
  graceMilliseconds?: number;
}

export interface ChromiumApp {
  /** The first window's page; rejects when the app ends without one. */
  firstWindow: () => Promise<Page>;
  windows: () => Page[];
  /** Runs a function in the app process with Electron's modules, as Playwright's `ElectronApplication` does. */
  evaluate: ElectronApplication['evaluate'];
  /** Quits the app; rejects when it had to be killed or did not end with code 0. */
  close: () => Promise<void>;
  process: () => ChildProcess;
  /** What the app process has printed so far. */
  output: () => string;
  /** The addresses that pages asked for outside the app; none of them was let through. */
  blockedRequests: () => string[];
}

/**
 * Runs a built Electron app in a plain Node process and shows its windows as pages of a local Chromium. Resolves
 * when the app is `ready`; rejects with what it printed when it ends before that.
 */
export async function launchOnChromium(options: LaunchOptions): Promise<ChromiumApp> {
  const { main, args = [], env, headless = true, graceMilliseconds = 10_000 } = options;
  const browser = options.browser ?? (await launchBrowser({ env, headless }));
  const context = await browser.newContext({
    locale: localeOf(args, env),
    serviceWorkers: 'block',
    ...(!headless && { viewport: null, colorScheme: null }),
  });
  const ready = Promise.withResolvers<null>();
  const firstPage = Promise.withResolvers<Page>();

  const pipe: AppPipe = new Pipe({
    asks: appQuestions,
    asked: hostQuestions,
    answerer: {
      ready: () => ready.resolve(null),
      openWindow: async (window) => firstPage.resolve(await pages.open(window)),
      loadUrl: ({ windowId, url }) => pages.load(windowId, url),
      closeWindow: ({ windowId }) => pages.close(windowId),
      send: ({ windowId, channel, values }) => pages.send(windowId, channel, values),
      setZoom: ({ windowId, factor }) => pages.setZoom(windowId, factor),
      setColorScheme: (scheme) => pages.setColorScheme(scheme),
    },
    send: (message) => {
      if (!child.connected) throw new Error('The app process has ended');
      // A failure to write is the end of the process, which 'exit' reports.
      child.send(message, () => undefined);
    },
  });
  const pages = await Pages.create(context, pipe, { fixedSize: headless });
  const child = startApp(main, args, env);
  const output = collectOutput(child, options.printOutput === true);
  child.on('message', (message) => pipe.receive(message));

  const ended = once(child, 'close').then(async () => {
    const reason = `The app process ended (${child.signalCode ?? child.exitCode ?? 'unknown'})`;
    pipe.close(reason);
    const error = new Error(`${reason}:\n${output()}`);
    await (options.browser === undefined ? browser : context).close();
    ready.reject(error);
    firstPage.reject(error);
    return error;
  });
  firstPage.promise.catch(() => undefined);
  // The context also closes when the browser ends.
  context.on('close', () => void pipe.tell('quit', undefined).catch(() => undefined));

  const close = async () => {
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMilliseconds);
    await pipe.tell('quit', undefined);
    const end = await ended;
    clearTimeout(timer);
    if (child.signalCode === 'SIGKILL') {
      throw new Error(`The app did not quit within ${graceMilliseconds} ms and was killed`, {
        cause: end,
      });
    }
    if (child.exitCode !== 0) throw end;
  };

  await ready.promise;
  return {
    firstWindow: () => firstPage.promise,
    windows: () => pages.list(),
    evaluate: async <Value>(run: string | ((...values: never[]) => unknown), argument?: unknown) =>
      // The caller's function says what it answers; nothing on this side can know better.
      z.custom<Value>().parse(await pipe.ask('evaluate', { source: String(run), argument })),
    close,
    process: () => child,
    output,
    blockedRequests: () => pages.blockedRequests,
  };
}

function startApp(main: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  const runner = fileURLToPath(new URL('app-process/run.ts', import.meta.url));
  return fork(runner, [main, ...args], {
    env,
    // A test runner's own loaders are none of the app's business.
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

function collectOutput(child: ChildProcess, print: boolean): () => string {
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  }
  if (print) {
    child.stdout?.pipe(process.stdout);
    child.stderr?.pipe(process.stderr);
  }
  return () => chunks.join('');
}
