import { Notification } from 'electron';
import type { TFunction } from 'i18next';
import { AppError } from '../../src-shared/errors.ts';
import type { RefreshRun } from '../../src-shared/saved-list.ts';
import type { OnProgress } from '../rpc/calls.ts';
import type { MainWindow } from './main-window.ts';

/**
 * What is seen of a refresh from outside the window: how far it is, in the dock or the taskbar, and a notification at
 * its end for whoever looks at something else. Who looks at the window sees it there, and who canceled it knows.
 */
export class RefreshSigns {
  readonly #window: MainWindow;
  readonly #translate: () => TFunction;
  /** Held on to, or their clicks are lost when they are collected */
  readonly #shown = new Set<Notification>();

  constructor(window: MainWindow, translate: () => TFunction) {
    this.#window = window;
    this.#translate = translate;
  }

  /** Runs a refresh under its signs. @param account the name that the notification carries. */
  async during(
    account: string,
    onProgress: OnProgress,
    run: (onProgress: OnProgress) => Promise<RefreshRun>,
  ): Promise<RefreshRun> {
    const job = Symbol('refresh');
    try {
      const finished = await run((rows, ofRows) => {
        this.#window.setProgress(job, ofRows ? Math.min(1, rows / ofRows) : 2);
        onProgress(rows, ofRows);
      });
      this.#notify(account, this.#translate()('menu.refreshed', { count: finished.rows }));
      return finished;
    } catch (error) {
      const code = error instanceof AppError ? error.code : 'internal';
      if (code !== 'canceled') this.#notify(account, this.#translate()(`errors.${code}`));
      throw error;
    } finally {
      this.#window.setProgress(job, null);
    }
  }

  #notify(title: string, body: string): void {
    if (this.#window.isWatched() || !Notification.isSupported()) return;
    const notification = new Notification({ title, body });
    notification.on('click', () => void this.#window.open());
    notification.on('close', () => this.#shown.delete(notification));
    this.#shown.add(notification);
    notification.show();
  }
}
