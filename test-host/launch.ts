import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Browser, ElectronApplication, Page } from 'playwright';
import { z } from 'zod';
import { launchBrowser } from './chromium.ts';
import { localeOf } from './locale.ts';
import { appQuestions, hostQuestions, type AppPipe } from './messages.ts';
import { Pages } from './pages.ts';
import { Pipe, PipeClosedError } from './pipe.ts';

export interface LaunchOptions {
  /** The path of the built main module. */
  main: string;
  args?: string[];
  /** The complete environment of the app. `LANG` sets the language of system and page. */
  env: NodeJS.ProcessEnv;
  /** Shows its window if `false`. */
  headless?: boolean;
  /** A headless browser to share with other apps. Default: a new one for this app. */
  browser?: Browser | undefined;
  /** How much faster than normal CSS animations and transitions run. Each of their frames costs time. Default: 1. */
  animationSpeed?: number | undefined;
  /** Also prints the output of the app in this process. */
  printOutput?: boolean;
  /** The time that the app has to quit before it is killed. */
  graceMilliseconds?: number;
}

export interface ChromiumApp {
  /** Returns the page of the first window; rejects if the app ends without a window. */
  firstWindow: () => Promise<Page>;
  windows: () => Page[];
  /** Runs a function in the app process with Electron's modules, like Playwright's `ElectronApplication`. */
  evaluate: ElectronApplication['evaluate'];
  /** Quits the app; rejects if it must be killed or exits with another code than 0. */
  close: () => Promise<void>;
  process: () => ChildProcess;
  /** Returns what the app process has printed so far. */
  output: () => string;
  /** Returns the addresses outside the app that pages requested. All were refused. */
  blockedRequests: () => string[];
}

/**
 * Runs a built Electron app in a Node process and shows its windows as pages of a local Chromium. Resolves when the
 * app is `ready`.
 *
 * @throws Error with the app's output if it ends before that.
 */
export async function launchOnChromium(options: LaunchOptions): Promise<ChromiumApp> {
  const { main, args = [], env, headless = true, graceMilliseconds = 10_000 } = options;
  const { animationSpeed = 1 } = options;
  const browser = options.browser ?? (await launchBrowser({ env, headless }));
  const context = await browser.newContext({
    // The app decides on downloads before they begin. Here they have begun, and may be done.
    acceptDownloads: false,
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
      crashPage: ({ windowId }) => pages.crash(windowId),
      send: ({ windowId, channel, values }) => pages.send(windowId, channel, values),
      setZoom: ({ windowId, factor }) => pages.setZoom(windowId, factor),
      setColorScheme: (scheme) => pages.setColorScheme(scheme),
    },
    send: (message) => {
      // The channel closes before 'close' is emitted.
      if (!child.connected) throw new PipeClosedError('The app process has ended');
      // If writing fails, the process has ended, which 'close' reports.
      child.send(message, () => undefined);
    },
  });
  const pages = await Pages.create(context, pipe, { fixedSize: headless, animationSpeed });
  const child = startApp(main, args, env);
  const output = collectOutput(child, options.printOutput === true);
  child.on('message', (message) => pipe.receive(message));

  const ended = once(child, 'close').then(async () => {
    const reason = `The app process ended (${child.signalCode ?? child.exitCode ?? 'unknown'})`;
    pipe.close(reason);
    const error = new Error(`${reason}:\n${output()}`);
    await pages.settle();
    await (options.browser === undefined ? browser : context).close();
    ready.reject(error);
    firstPage.reject(error);
    return error;
  });
  firstPage.promise.catch(() => undefined);
  // The context also closes when the browser ends.
  context.on('close', () => void pipe.tell('quit', undefined).catch(() => undefined));

  const close = async () => {
    const overdue = new AbortController();
    const timer = setTimeout(() => {
      overdue.abort();
      child.kill('SIGKILL');
    }, graceMilliseconds);
    await pipe.tell('quit', undefined);
    const end = await ended;
    clearTimeout(timer);
    if (overdue.signal.aborted) {
      throw new Error(`The app did not quit within ${graceMilliseconds} ms and was killed`, {
        cause: end,
      });
    }
    // The app kills itself if a blocked thread would keep its process from ending.
    if (child.exitCode !== 0 && child.signalCode !== 'SIGKILL') throw end;
  };

  await ready.promise;
  return {
    firstWindow: () => firstPage.promise,
    windows: () => pages.list(),
    evaluate: async <Value>(run: string | ((...values: never[]) => unknown), argument?: unknown) =>
      // Only the type of the caller's function says what it returns.
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
    // Without the module loaders of the test runner.
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
