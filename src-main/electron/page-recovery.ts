import { app, type BrowserWindow } from 'electron';
import type { TFunction } from 'i18next';
import type { Log } from '../log/log.ts';
import { ask } from './ask.ts';

/** After so many crashes within `crashWindowMilliseconds` the user is asked before the page is loaded again. */
const maximumCrashes = 3;
const crashWindowMilliseconds = 60_000;

interface Parts {
  translate: () => TFunction;
  /** Called when a page has crashed, before its calls are canceled. */
  onCrash: () => void;
  log: Log;
}

/** Loads the page of the window again after it crashed, and offers to do so when it hangs. */
export class PageRecovery {
  readonly #parts: Parts;
  #crashTimes: readonly number[] = [];

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  watch(window: BrowserWindow): void {
    const { log, onCrash } = this.#parts;
    let responsive = new AbortController();
    window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      log('pageCrashed', { reason, exitCode });
      responsive.abort();
      // The process of a page that is closed ends with this reason.
      if (reason === 'clean-exit') return;
      onCrash();
      // Electron must finish handling the crash first.
      setImmediate(() => void this.#recover(window));
    });
    window.on('unresponsive', () => {
      log('pageHung');
      responsive.abort();
      responsive = new AbortController();
      void this.#offerReload(window, responsive.signal);
    });
    window.on('responsive', () => responsive.abort());
  }

  async #recover(window: BrowserWindow): Promise<void> {
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
    if (!window.isDestroyed()) window.webContents.reload();
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
