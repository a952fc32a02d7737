import { Notification } from 'electron';
import type { TFunction } from 'i18next';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import type { RefreshRun } from '../../src-shared/saved-list.ts';
import type { OnProgress } from '../rpc/calls.ts';
import type { MainWindow } from './main-window.ts';
import type { Optional } from './optional.ts';
import { RefreshNews } from './refresh-news.ts';

/** Refreshes that follow each other within this time share a notification, as those of all accounts do. */
const sharedMilliseconds = 2_000;

/**
 * Shows refreshes outside the window: their progress in the dock or taskbar, and what they found in a notification. There
 * is no notification of what ended while the window had the focus.
 */
export class RefreshIndicator {
  readonly #window: MainWindow;
  readonly #optional: Optional;
  readonly #news: RefreshNews;
  #running = 0;
  #timer: NodeJS.Timeout | undefined;
  /** References to the shown notifications. Without them garbage collection would remove their click handlers. */
  readonly #notifications = new Set<Notification>();

  constructor(window: MainWindow, getTranslate: () => TFunction, optional: Optional) {
    this.#window = window;
    this.#optional = optional;
    this.#news = new RefreshNews(getTranslate);
  }

  /** Whether a refresh runs. */
  get isRefreshing(): boolean {
    return this.#running > 0;
  }

  /**
   * Runs a refresh and shows its progress and result.
   *
   * @param tracked what is refreshed. The account's name is the title of the notification. There is none about hotlines.
   * @param onProgress called with the progress of the refresh.
   * @param refresh runs the refresh and calls its argument to report progress.
   * @throws the error of the refresh.
   */
  async track(
    { accountName, records }: { accountName: string; records: RecordKind },
    onProgress: OnProgress,
    refresh: (onProgress: OnProgress) => Promise<RefreshRun>,
  ): Promise<RefreshRun> {
    const job = Symbol('refresh');
    clearTimeout(this.#timer);
    this.#running++;
    // Only an account with a complete list knows how many rows to expect.
    let isFirst = true;
    const isNews = () => records === 'tenants' && !this.#window.isInForeground();
    try {
      const run = await refresh((rows, ofRows, retry) => {
        isFirst &&= ofRows === undefined;
        this.#window.setProgress(job, ofRows ? Math.min(1, rows / ofRows) : 2);
        onProgress(rows, ofRows, retry);
      });
      isFirst &&= run.kind === 'full';
      if (isNews()) this.#news.addRun(accountName, run, isFirst);
      return run;
    } catch (error) {
      if (isNews()) this.#news.addError(accountName, error);
      throw error;
    } finally {
      this.#window.setProgress(job, null);
      this.#running--;
      if (this.#running === 0) this.#notifySoon();
    }
  }

  #notifySoon(): void {
    this.#timer = setTimeout(() => {
      const news = this.#news.take();
      if (news === null) return;
      this.#optional('notification', () => this.#show(news.title, news.body), undefined);
    }, sharedMilliseconds).unref();
  }

  #show(title: string, body: string): void {
    if (this.#window.isInForeground() || !Notification.isSupported()) return;
    const notification = new Notification({ title, body });
    notification.on('click', () => void this.#window.open());
    notification.on('close', () => this.#notifications.delete(notification));
    this.#notifications.add(notification);
    notification.show();
  }
}
