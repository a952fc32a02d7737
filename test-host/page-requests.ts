import type { Request, Route } from 'playwright';
import { toAppUrl } from './addresses.ts';
import type { AppPipe } from './messages.ts';
import type { WindowPage } from './window-page.ts';

/** Answers the requests of pages. Only the app's own addresses are answered. */
export class PageRequests {
  /** The addresses outside the app that pages requested. All were refused. */
  readonly blocked: string[] = [];
  readonly #app: AppPipe;
  readonly #windows: ReadonlyMap<number, WindowPage>;

  constructor(app: AppPipe, windows: ReadonlyMap<number, WindowPage>) {
    this.#app = app;
    this.#windows = windows;
  }

  /** Tells the app that a page wants to open a window. It does not get one. */
  async refuseWindow(windowId: number, url: string): Promise<void> {
    await this.#app.tell('windowOpen', { windowId, url: toAppUrl(url) });
  }

  /** Answers a request of a page as the app answers it. */
  async answer(route: Route): Promise<void> {
    const request = route.request();
    const url = toAppUrl(request.url());
    const window = this.#windowOf(request);
    if (window === undefined) {
      // The first request of a page that a link opens. It does not become a window.
      const opener = [...this.#windows.keys()][0];
      if (opener !== undefined) await this.refuseWindow(opener, url);
      await route.abort('blockedbyclient');
      return;
    }
    if (!(await this.#mayLoad(window, request))) {
      await route.abort('aborted');
      return;
    }
    if (!url.startsWith('app:')) {
      this.blocked.push(url);
      await route.abort('blockedbyclient');
      return;
    }
    await this.#fulfill(route, url);
  }

  async #fulfill(route: Route, url: string): Promise<void> {
    const request = route.request();
    const buffer = request.postDataBuffer();
    const answer = await this.#app
      .ask('request', {
        url,
        method: request.method(),
        headers: request.headers(),
        body: buffer === null ? null : new Uint8Array(buffer),
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
