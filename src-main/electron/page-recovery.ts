import { app, type BrowserWindow } from 'electron';
import type { TFunction } from 'i18next';
import type { Log } from '../log/log.ts';
import { ask } from './ask.ts';

/** After so many crashes within `crashWindowMilliseconds` the user is asked before the page is loaded again. */
const maximumCrashes = 3;
const crashWindowMilliseconds = 60_000;

interface Parts {
  translate: () => TFunction;
  /** Called when a page has crashed or is loaded again, before its calls are canceled. */
  onGone: () => void;
  log: Log;
}

/** Loads the page of the window again after it crashed, and offers to do so when it hangs. */
export class PageRecovery {
  readonly #parts: Parts;
  #crashTimes: readonly number[] = [];

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @param load loads the page of the window. */
  watch(window: BrowserWindow, load: () => Promise<void>): void {
    const { log, onGone } = this.#parts;
    let responsive = new AbortController();
    window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      log('pageCrashed', { reason, exitCode });
      responsive.abort();
      onGone();
      // Electron must finish handling the crash first.
      setImmediate(() => void this.#recover(window, load));
    });
    window.webContents.on('did-navigate', onGone);
    window.on('unresponsive', () => {
      log('pageHung');
      responsive.abort();
      responsive = new AbortController();
      void this.#offerReload(window, responsive.signal);
    });
    window.on('responsive', () => responsive.abort());
  }

  /** Loads the page again, whatever ended its process: a process that is killed can also report a clean exit. */
  async #recover(window: BrowserWindow, load: () => Promise<void>): Promise<void> {
    if (window.isDestroyed()) return;
    const now = performance.now();
    const recent = this.#crashTimes.filter((time) => now - time < crashWindowMilliseconds);
    this.#crashTimes = [...recent, now];
    if (this.#crashTimes.length > maximumCrashes) {
      const translate = this.#parts.translate();
      const answer = await ask(window, {
        message: translate('dialogs.pageCrashed'),
        detail: translate('dialogs.pageCrashedDetail'),
        answers: { tryAgain: translate('dialogs.tryAgain'), quit: translate('menu.quit') },
        otherwise: 'tryAgain',
      });
      if (answer === 'quit') {
        app.quit();
        return;
      }
      this.#crashTimes = [];
    }
    if (window.isDestroyed()) return;
    // Not `reload`, which does nothing if the first page crashed before it was there.
    await load().catch((error: unknown) => this.#parts.log('pageNotLoaded', { error }));
  }

  async #offerReload(window: BrowserWindow, signal: AbortSignal): Promise<void> {
    const translate = this.#parts.translate();
    const answer = await ask(window, {
      message: translate('dialogs.pageHung'),
      detail: translate('dialogs.pageHungDetail'),
      answers: { wait: translate('dialogs.wait'), reload: translate('dialogs.reload') },
      otherwise: 'wait',
      signal,
    });
    if (answer !== 'reload' || signal.aborted || window.isDestroyed()) return;
    // A hanging page cannot be reloaded: https://www.electronjs.org/docs/latest/api/web-contents#contentsforcefullycrashrenderer
    window.webContents.forcefullyCrashRenderer();
  }
}
