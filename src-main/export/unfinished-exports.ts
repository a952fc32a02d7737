import { AppError } from '../../src-shared/errors.ts';
import type { ExportRequest } from '../../src-shared/export-tenants.ts';

interface UnfinishedExport {
  /** What the page asked for; `null` for an export of the command line, and after `interrupt` has kept it. */
  request: ExportRequest | null;
  controller: AbortController;
  /** Whether its file was chosen. Before that there is nothing to lose. */
  isWriting: boolean;
}

/** Knows the exports that have not ended, so that the app does not quit without asking. */
export class UnfinishedExports {
  readonly #exports = new Set<UnfinishedExport>();
  #interrupted: readonly ExportRequest[] = [];
  #isStopped = false;
  #idle = Promise.withResolvers<undefined>();

  /** Whether files are being written or wait to be written. `false` after `stop`, when nothing can be saved any more. */
  get isWriting(): boolean {
    return !this.#isStopped && [...this.#exports].some(({ isWriting }) => isWriting);
  }

  /**
   * Adds an export until `work` has ended.
   *
   * @param request what the page asked for; `null` for an export of the command line.
   * @param work runs the export. Its argument must be called when the file is chosen. Its signal is aborted when the
   * app quits.
   * @throws AppError `app_quitting` after `stop`, and whatever `work` throws.
   */
  async run<Value>(
    request: ExportRequest | null,
    work: (signal: AbortSignal, onFileChosen: () => void) => Promise<Value>,
  ): Promise<Value> {
    this.#assertRunning();
    const added: UnfinishedExport = {
      request,
      controller: new AbortController(),
      isWriting: false,
    };
    this.#exports.add(added);
    try {
      return await work(added.controller.signal, () => {
        this.#assertRunning();
        added.isWriting = true;
      });
    } finally {
      this.#exports.delete(added);
      if (this.#exports.size === 0) {
        this.#idle.resolve(undefined);
        this.#idle = Promise.withResolvers();
      }
    }
  }

  /** Resolves when no export is left. */
  async whenIdle(): Promise<void> {
    if (this.#exports.size > 0) await this.#idle.promise;
  }

  /** Cancels all exports and waits until they have ended. */
  async cancelAll(): Promise<void> {
    for (const { controller } of this.#exports) controller.abort();
    await this.whenIdle();
  }

  /** Refuses all exports from now on, because the app quits. */
  stop(): void {
    this.#isStopped = true;
  }

  /** Keeps the requests of the page's exports for `takeInterrupted`, because the page that waits for them is gone. */
  interrupt(): void {
    for (const unfinished of this.#exports) {
      if (unfinished.request === null) continue;
      this.#interrupted = [...this.#interrupted, unfinished.request];
      // After a crash the page is also loaded again.
      unfinished.request = null;
    }
  }

  /** Returns the exports that a crash or a reload of the page has interrupted, once. */
  takeInterrupted(): readonly ExportRequest[] {
    const interrupted = this.#interrupted;
    this.#interrupted = [];
    return interrupted;
  }

  #assertRunning(): void {
    if (this.#isStopped) throw new AppError({ code: 'app_quitting', message: 'The app quits' });
  }
}
