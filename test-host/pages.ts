import type { BrowserContext, Frame, Page } from 'playwright';
import { toAppUrl, toPageUrl } from './addresses.ts';
import type { AppPipe } from './messages.ts';
import { createInitScript } from './init-script.ts';
import { PageRequests } from './page-requests.ts';
import { receiverKey } from './page-world.ts';
import type { PagesOptions, WindowOptions, WindowPage } from './window-page.ts';

type ColorScheme = 'system' | 'light' | 'dark';

/** Shows the app's windows as pages of one Chromium context. */
export class Pages {
  readonly #context: BrowserContext;
  readonly #app: AppPipe;
  readonly #options: PagesOptions;
  readonly #windows = new Map<number, WindowPage>();
  readonly #requests: PageRequests;
  #colorScheme: ColorScheme = 'system';
  /** Resolves when all pages that are being opened are ready or have failed. */
  #opened: Promise<unknown> = Promise.resolve();

  private constructor(context: BrowserContext, app: AppPipe, options: PagesOptions) {
    this.#context = context;
    this.#app = app;
    this.#options = options;
    this.#requests = new PageRequests(app, this.#windows);
  }

  static async create(
    context: BrowserContext,
    app: AppPipe,
    options: PagesOptions,
  ): Promise<Pages> {
    const pages = new Pages(context, app, options);
    await context.route(
      () => true,
      (route) => pages.#requests.answer(route),
    );
    return pages;
  }

  /** The addresses outside the app that pages requested. All were refused. */
  get blockedRequests(): string[] {
    return this.#requests.blocked;
  }

  list(): Page[] {
    return [...this.#windows.values()].map(({ page }) => page);
  }

  open(window: WindowOptions): Promise<Page> {
    return this.#track(this.#open(window));
  }

  /**
   * Resolves when no page is being opened. Close pages only after that: Playwright throws an error that nobody can
   * catch if a page ends while a script or a binding is added to it.
   */
  async settle(): Promise<void> {
    await this.#opened;
  }

  #track<Result>(opening: Promise<Result>): Promise<Result> {
    this.#opened = Promise.allSettled([this.#opened, opening]);
    return opening;
  }

  async #open({ windowId, width, height, preload }: WindowOptions): Promise<Page> {
    const size = { width, height };
    const page = await this.#context.newPage();
    const window: WindowPage = {
      ...{ windowId, page, preload, size },
      isCrashed: false,
      loading: undefined,
      sent: Promise.resolve(),
    };
    this.#windows.set(windowId, window);
    await this.#prepare(window);
    return page;
  }

  /** Connects the page of a window with the app. */
  async #prepare(window: WindowPage): Promise<void> {
    const { windowId, page, preload, size } = window;
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
      this.#requests.refuseWindow(windowId, url),
    );
    await page.exposeBinding('testHostMayUse', (_source, permission: string) =>
      this.#app.ask('permission', { windowId, permission }),
    );
    await page.addInitScript(createInitScript(preload));
  }

  /** Loads an address; resolves when the page has loaded. */
  async load(windowId: number, appUrl: string): Promise<void> {
    const window = this.#get(windowId);
    if (window.isCrashed) await this.#track(this.#replaceCrashed(window));
    window.loading = toPageUrl(appUrl);
    await window.page.goto(window.loading);
  }

  /** Ends the process of a page. */
  async crash(windowId: number): Promise<void> {
    const { page } = this.#get(windowId);
    const session = await page.context().newCDPSession(page);
    // Nothing is left that could answer.
    session.send('Page.crash').catch(() => undefined);
  }

  /** Gives a window another page, because Playwright cannot use one that has crashed. */
  async #replaceCrashed(window: WindowPage): Promise<void> {
    const crashed = window.page;
    window.page = await this.#context.newPage();
    window.isCrashed = false;
    window.sent = Promise.resolve();
    await this.#prepare(window);
    await crashed.close();
  }

  async close(windowId: number): Promise<void> {
    await this.settle();
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

  #listen(window: WindowPage): void {
    const { windowId, page } = window;
    page.on('close', () => {
      if (window.page !== page) return;
      this.#windows.delete(windowId);
      void this.#app.tell('windowClosed', { windowId });
    });
    page.on('crash', () => {
      window.isCrashed = true;
      void this.#app.tell('crashed', { windowId });
    });
    page.on('framenavigated', (frame) => {
      if (frame !== page.mainFrame()) return;
      void this.#app.tell('navigated', { windowId, url: toAppUrl(frame.url()) });
    });
    page.on('popup', (popup) => void popup.close());
    page.on('download', (download) => {
      void this.#app.tell('download', { windowId, url: toAppUrl(download.url()) });
    });
    // Sockets do not pass the route. They fail because of the host rules in chromium.ts.
    page.on('websocket', (socket) => this.#requests.blocked.push(socket.url()));
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
}
