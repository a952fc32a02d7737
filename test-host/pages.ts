import type { BrowserContext, Frame, Page, Request, Route } from 'playwright';
import { toAppUrl, toPageUrl } from './addresses.ts';
import type { AppPipe } from './messages.ts';
import { createInitScript } from './init-script.ts';
import { receiverKey } from './page-world.ts';

type ColorScheme = 'system' | 'light' | 'dark';

interface WindowPage {
  windowId: number;
  page: Page;
  /** The address of a running `loadURL`. Unlike the page's own navigations it needs no permission. */
  loading: string | undefined;
  /** Resolves when all messages are delivered, in order. Answers to `invoke` wait for it. */
  sent: Promise<void>;
  /** In CSS pixels at zoom factor 1. */
  size: { width: number; height: number };
}

interface PagesOptions {
  /** Gives each page the size of its window. Not for visible windows, which have their own size. */
  fixedSize: boolean;
  /** How much faster than normal animations run. */
  animationSpeed: number;
}

/** Shows the app's windows as pages of one Chromium context. */
export class Pages {
  /** The addresses outside the app that pages requested. All were refused. */
  readonly blockedRequests: string[] = [];
  readonly #context: BrowserContext;
  readonly #app: AppPipe;
  readonly #options: PagesOptions;
  readonly #windows = new Map<number, WindowPage>();
  #colorScheme: ColorScheme = 'system';

  private constructor(context: BrowserContext, app: AppPipe, options: PagesOptions) {
    this.#context = context;
    this.#app = app;
    this.#options = options;
  }

  static async create(
    context: BrowserContext,
    app: AppPipe,
    options: PagesOptions,
  ): Promise<Pages> {
    const pages = new Pages(context, app, options);
    await context.route(
      () => true,
      (route) => pages.#route(route),
    );
    return pages;
  }

  list(): Page[] {
    return [...this.#windows.values()].map(({ page }) => page);
  }

  async open(options: { windowId: number; width: number; height: number; preload: string }) {
    const { windowId, width, height, preload } = options;
    const page = await this.#context.newPage();
    const size = { width, height };
    const window: WindowPage = {
      ...{ windowId, page, size },
      loading: undefined,
      sent: Promise.resolve(),
    };
    this.#windows.set(windowId, window);
    this.#listen(window);
    if (this.#options.fixedSize) await page.setViewportSize(size);
    await this.#paint(page);
    if (this.#options.animationSpeed !== 1) await this.#setAnimationSpeed(page);
    await page.exposeBinding(
      'testHostInvoke',
      ({ frame }, channel: string, values: unknown[]): Promise<unknown> =>
        this.#invoke(window, frame, channel, values),
    );
    await page.exposeBinding('testHostOpen', (_source, url: string) =>
      this.#refuseWindow(windowId, url),
    );
    await page.exposeBinding('testHostMayUse', (_source, permission: string) =>
      this.#app.ask('permission', { windowId, permission }),
    );
    await page.addInitScript(createInitScript(preload));
    return page;
  }

  /** Loads an address; resolves when the page has loaded. */
  async load(windowId: number, appUrl: string): Promise<void> {
    const window = this.#get(windowId);
    window.loading = toPageUrl(appUrl);
    await window.page.goto(window.loading);
  }

  async close(windowId: number): Promise<void> {
    await this.#windows.get(windowId)?.page.close();
  }

  /** Delivers a message. It is lost if the page is closing, as in Electron. */
  async send(windowId: number, channel: string, values: unknown[]): Promise<void> {
    const window = this.#get(windowId);
    const deliver = () =>
      window.page.evaluate(
        ([key, ...message]) => {
          const receive: unknown = Reflect.get(globalThis, Symbol.for(key));
          if (typeof receive === 'function') Reflect.apply(receive, undefined, message);
        },
        [receiverKey, channel, values] as const,
      );
    window.sent = window.sent.then(deliver).catch(() => undefined);
    await window.sent;
  }

  /** Zooms a page by giving it fewer CSS pixels. Does nothing in a visible window, which has its own zoom. */
  async setZoom(windowId: number, factor: number): Promise<void> {
    const { page, size } = this.#get(windowId);
    if (!this.#options.fixedSize) return;
    await page.setViewportSize({
      width: Math.round(size.width / factor),
      height: Math.round(size.height / factor),
    });
  }

  async setColorScheme(scheme: ColorScheme): Promise<void> {
    this.#colorScheme = scheme;
    await Promise.all(this.list().map((page) => this.#paint(page)));
  }

  #get(windowId: number): WindowPage {
    const window = this.#windows.get(windowId);
    if (window === undefined) throw new Error(`There is no window ${windowId}`);
    return window;
  }

  #listen({ windowId, page }: WindowPage): void {
    page.on('close', () => {
      this.#windows.delete(windowId);
      void this.#app.tell('windowClosed', { windowId });
    });
    page.on('crash', () => void this.#app.tell('crashed', { windowId }));
    page.on('framenavigated', (frame) => {
      if (frame !== page.mainFrame()) return;
      void this.#app.tell('navigated', { windowId, url: toAppUrl(frame.url()) });
    });
    page.on('popup', (popup) => void popup.close());
    page.on('download', (download) => {
      void this.#app.tell('download', { windowId, url: toAppUrl(download.url()) });
    });
    // Sockets do not pass the route. They fail because of the host rules in chromium.ts.
    page.on('websocket', (socket) => this.blockedRequests.push(socket.url()));
  }

  async #paint(page: Page): Promise<void> {
    const colorScheme = this.#colorScheme === 'system' ? null : this.#colorScheme;
    await page.emulateMedia({ colorScheme });
  }

  async #setAnimationSpeed(page: Page): Promise<void> {
    const session = await this.#context.newCDPSession(page);
    await session.send('Animation.enable');
    await session.send('Animation.setPlaybackRate', { playbackRate: this.#options.animationSpeed });
  }

  async #invoke(window: WindowPage, frame: Frame, channel: string, values: unknown[]) {
    const { windowId } = window;
    const frameUrl = toAppUrl(frame.url());
    try {
      return await this.#app.ask('invoke', { windowId, frameUrl, channel, values });
    } finally {
      await window.sent;
    }
  }

  async #refuseWindow(windowId: number, url: string): Promise<void> {
    await this.#app.tell('windowOpen', { windowId, url: toAppUrl(url) });
  }

  async #route(route: Route): Promise<void> {
    const request = route.request();
    const url = toAppUrl(request.url());
    const window = this.#windowOf(request);
    if (window === undefined) {
      // The first request of a page that a link opens. It does not become a window.
      const opener = [...this.#windows.keys()][0];
      if (opener !== undefined) await this.#refuseWindow(opener, url);
      await route.abort('blockedbyclient');
      return;
    }
    if (!(await this.#mayLoad(window, request))) {
      await route.abort('aborted');
      return;
    }
    if (!url.startsWith('app:')) {
      this.blockedRequests.push(url);
      await route.abort('blockedbyclient');
      return;
    }
    await this.#fulfill(route, url);
  }

  async #fulfill(route: Route, url: string): Promise<void> {
    const request = route.request();
    const answer = await this.#app
      .ask('request', {
        url,
        method: request.method(),
        headers: request.headers(),
        body: copyOf(request.postDataBuffer()),
      })
      .catch(() => undefined);
    if (answer === undefined) await route.abort('failed');
    else await route.fulfill({ ...answer, body: Buffer.from(answer.body) });
  }

  async #mayLoad(window: WindowPage, request: Request): Promise<boolean> {
    const { windowId, page } = window;
    if (!request.isNavigationRequest()) return true;
    const isMainFrame = request.frame() === page.mainFrame();
    const url = request.url();
    const byTheApp = isMainFrame && url === window.loading;
    if (byTheApp) window.loading = undefined;
    if (byTheApp || (isMainFrame && url === page.url())) return true;
    return this.#app.ask('willNavigate', { windowId, url: toAppUrl(url), isMainFrame });
  }

  #windowOf(request: Request): WindowPage | undefined {
    try {
      const page = request.frame().page();
      return [...this.#windows.values()].find((window) => window.page === page);
    } catch {
      // Playwright has no frame yet for the first request of a new page.
      return undefined;
    }
  }
}

const copyOf = (buffer: Buffer | null) => (buffer === null ? null : new Uint8Array(buffer));
