import type { BrowserWindow } from 'electron';
import type { TFunction } from 'i18next';
import { ask } from './ask.ts';

/** The exports that have not ended. */
interface Work {
  /** Whether something would be lost. */
  readonly isWriting: boolean;
  whenIdle: () => Promise<void>;
  cancelAll: () => Promise<void>;
}

interface Parts {
  work: Work;
  translate: () => TFunction;
  window: () => BrowserWindow | null;
}

/**
 * Asks before the app quits or its window closes while an export is written. A running refresh needs no question: its
 * pages are saved, and it can be resumed.
 */
export class QuitGuard {
  readonly #parts: Parts;
  #isAsking = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Returns whether nothing would be lost. If something would, asks the user what to do.
   *
   * @param proceed quits or closes. Called when the user chose that and the exports have ended.
   */
  mayProceed(proceed: () => void): boolean {
    if (!this.#parts.work.isWriting) return true;
    if (!this.#isAsking) void this.#ask().then((isAllowed) => isAllowed && proceed());
    return false;
  }

  async #ask(): Promise<boolean> {
    const { work, window } = this.#parts;
    const translate = this.#parts.translate();
    this.#isAsking = true;
    const answer = await ask(window(), {
      message: translate('dialogs.exportRunning'),
      detail: translate('dialogs.exportRunningDetail'),
      answers: {
        finish: translate('dialogs.finishExport'),
        cancel: translate('dialogs.cancelExport'),
        stay: translate('dialogs.keepOpen'),
      },
      otherwise: 'stay',
    }).finally(() => {
      this.#isAsking = false;
    });
    if (answer === 'cancel') await work.cancelAll();
    if (answer === 'finish') await work.whenIdle();
    return answer !== 'stay';
  }
}
