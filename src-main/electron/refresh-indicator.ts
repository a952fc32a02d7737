import { Notification } from 'electron';
import type { TFunction } from 'i18next';
import { AppError } from '../../src-shared/errors.ts';
import type { RefreshRun } from '../../src-shared/saved-list.ts';
import type { OnProgress } from '../rpc/calls.ts';
import type { MainWindow } from './main-window.ts';

/**
 * Shows a refresh outside the window: its progress in the dock or taskbar, and its result in a notification. There is
 * no notification while the window has the focus, or if the user canceled the refresh.
 */
export class RefreshIndicator {
  readonly #window: MainWindow;
  readonly #getTranslate: () => TFunction;
  /** References to the shown notifications. Without them garbage collection would remove their click handlers. */
  readonly #notifications = new Set<Notification>();

  constructor(window: MainWindow, getTranslate: () => TFunction) {
    this.#window = window;
    this.#getTranslate = getTranslate;
  }

  /**
   * Runs a refresh and shows its progress and result.
   *
   * @param accountName the title of the notification.
   * @param onProgress called with the progress of the refresh.
   * @param refresh runs the refresh and calls its argument to report progress.
   * @throws the error of the refresh.
   */
  async track(
    accountName: string,
    onProgress: OnProgress,
    refresh: (onProgress: OnProgress) => Promise<RefreshRun>,
  ): Promise<RefreshRun> {
    const job = Symbol('refresh');
    try {
      const run = await refresh((rows, ofRows, retryAt) => {
        this.#window.setProgress(job, ofRows ? Math.min(1, rows / ofRows) : 2);
        onProgress(rows, ofRows, retryAt);
      });
      this.#notify(accountName, this.#getTranslate()('menu.refreshed', { count: run.rows }));
      return run;
    } catch (error) {
      const code = error instanceof AppError ? error.code : 'internal';
      if (code !== 'canceled') this.#notify(accountName, this.#getTranslate()(`errors.${code}`));
      throw error;
    } finally {
      this.#window.setProgress(job, null);
    }
  }

  #notify(title: string, body: string): void {
    if (this.#window.isInForeground() || !Notification.isSupported()) return;
    const notification = new Notification({ title, body });
    notification.on('click', () => void this.#window.open());
    notification.on('close', () => this.#notifications.delete(notification));
    this.#notifications.add(notification);
    notification.show();
  }
}
